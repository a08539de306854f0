import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { discardPost } from "#lib/deliveries/discard-post";
import { editPublished } from "#lib/deliveries/edit-published";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import type { Context } from "#lib/kernel/context";
import { saveDraft } from "#lib/posts/save-draft";
import { posts } from "#lib/posts/schema";
import { searchPosts } from "#lib/posts/search-posts";
import { publishDue } from "#lib/publisher/publish-due";
import { indexPosts } from "#lib/search/index-rows";
import { findEverything } from "#lib/views/find";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { havePost, haveScheduled } from "../support/have-post.ts";

test("posts are found by words, account, stage and status, however they are written", async () => {
  const ctx = await haveWorkspace();
  fakeNetwork();
  const account = await haveAccount(ctx);
  const other = await haveAccount(ctx, { identifier: "second" });
  const draft = await havePost(ctx, {
    texts: ["Één herfstsjaal", "deel twee"],
    accountIds: [account.id],
  });
  const { postId: planned } = await haveScheduled(ctx, {
    texts: ["De café-sjaals van morgen"],
    accountIds: [other.id],
    stageId: "stage-retention",
    at: "2026-03-05 09:00",
  });
  const find = async (search: string, over = {}) => {
    const outcome = await findEverything(ctx, { search, ...over });
    return outcome.ok ? outcome.value.posts.map(({ id }) => id) : [];
  };
  expect(await find("SJAAL")).toEqual([planned, draft]);
  expect(await find("een twee")).toEqual([draft]);
  expect(await find("cafe-sjaals")).toEqual([planned]);
  expect(await find("sjaal", { accountId: account.id })).toEqual([draft]);
  expect(await find("sjaal", { stageId: "stage-retention" })).toEqual([planned]);
  expect(await find("sjaal", { status: "scheduled" })).toEqual([planned]);
  expect(await find("", { status: "draft" })).toEqual([draft]);
  expect(await find("trui")).toEqual([]);

  await saveDraft(ctx, {
    postId: draft,
    accountIds: [account.id],
    parts: [{ text: "Iets anders" }],
    versions: { [account.id]: [{ text: "Alleen hier: muts" }] },
  });
  expect(await find("sjaal")).toEqual([planned]);
  expect(await find("muts")).toEqual([draft]);
  await discardPost(ctx, { postId: draft });
  expect(await find("muts")).toEqual([]);

  const elsewhere = await haveWorkspace();
  expect(await findEverything(elsewhere, { search: "sjaal" })).toMatchObject({
    value: { people: [], posts: [] },
  });
});

test("words that were changed once a post is out find it, and so do those that it was written with", async () => {
  const ctx = await haveWorkspace();
  const { connector } = fakeNetwork();
  Object.assign(connector, {
    edit: async (_session: unknown, published: object) => ({ kind: "edited", ...published }),
  });
  const account = await haveAccount(ctx);
  const { postId } = await haveScheduled(ctx, { texts: ["Een muts"], accountIds: [account.id] });
  await publishDue(ctx, "worker");
  const [{ id: deliveryId } = { id: "" }] = await listDeliveries(ctx, { postIds: [postId] });
  expect(await idsOf(ctx, "handschoen")).toEqual([]);
  const edited = await editPublished(ctx, { deliveryId, text: "Een handschoen" });
  expect(edited).toMatchObject({ ok: true });
  for (const search of ["handschoen", "schoen", "muts"])
    expect(await idsOf(ctx, search)).toEqual([postId]);
});

test("what stands in very many posts is found newest first, also where the newest do not have it; signs hold as long as they can", async () => {
  const ctx = await haveWorkspace();
  await havePosts(
    ctx,
    Array.from({ length: 1_240 }, (_, index) =>
      index < 1_200 ? `wol nr${index}${index === 1_190 ? " 'n trui" : ""}` : `garen ${index}`,
    ),
  );
  const found = async (search: string) => {
    const outcome = await findEverything(ctx, { search });
    return outcome.ok ? outcome.value.posts.map(({ text }) => text) : [];
  };
  expect(await found("wol")).toEqual(
    [1199, 1198, 1197, 1196, 1195, 1194].map((nr) => `wol nr${nr}`),
  );
  expect(await found("garen")).toHaveLength(6);
  expect(await found("wol garen")).toEqual([]);
  expect((await found("wol 'n"))[0]).toBe("wol nr1190 'n trui");
  expect((await found("wol."))[0]).toContain("wol");
});

test("of very many of which none is among the latest some come first, then all the others, each once", async () => {
  const ctx = await haveWorkspace();
  await havePosts(
    ctx,
    Array.from({ length: 1_400 }, (_, index) => (index < 1_200 ? `wol nr${index}` : "garen")),
  );
  const outcome = await findEverything(ctx, { search: "wol", limit: 200 });
  const shown = outcome.ok ? outcome.value.posts.map(({ text }) => text) : [];
  expect(new Set(shown).size).toBe(200);
  expect(shown.every((text) => text.startsWith("wol nr"))).toBe(true);
  const ids: string[] = [];
  for await (const page of searchPosts(ctx, { search: "wol" }))
    ids.push(...page.map(({ id }) => id));
  expect(ids).toHaveLength(1_200);
  expect(new Set(ids).size).toBe(1_200);
});

/** All at once: like the first, with other words. */
async function havePosts(ctx: TestContext, texts: readonly string[]): Promise<void> {
  const first = await havePost(ctx, { accountIds: [], stageId: null });
  const [row] = await ctx.db.select().from(posts).where(eq(posts.id, first));
  if (!row) throw new Error("There is no post.");
  const rows = texts.map((text) => ({ ...row, id: ctx.newId(), parts: [{ text, images: [] }] }));
  await ctx.transact(async (tx) => {
    await tx.insert(posts).values(rows);
    await indexPosts(
      tx,
      ctx.workspaceId,
      rows.map(({ id }) => id),
    );
  });
}

async function idsOf(ctx: Context, search: string): Promise<string[]> {
  const outcome = await findEverything(ctx, { search });
  return outcome.ok ? outcome.value.posts.map(({ id }) => id) : [];
}
