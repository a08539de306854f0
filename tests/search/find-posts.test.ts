import { expect, test } from "vitest";

import { discardPost } from "#lib/deliveries/discard-post";
import { saveDraft } from "#lib/posts/save-draft";
import { findEverything } from "#lib/views/find";

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
