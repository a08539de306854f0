import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { deliveries } from "#lib/deliveries/schema";
import type { Context } from "#lib/kernel/context";
import { erasePerson } from "#lib/people/erase-person";
import { exportPerson } from "#lib/people/export-person";
import { findOrCreatePeople } from "#lib/people/find-or-create-people";

import { testContext } from "../support/context.ts";
import { fillTables, tablesWith } from "./fill-tables.ts";

const theirs = ["mara.example", "Mara Vermeer", "did:mara"];
const words = "Thanks, @Mara.example! Well said, Mara  Vermeer (did:mara).";
const postId = "the-post";
const part = { text: words, images: [{ mediaId: "m", alt: words }], poll: { options: [words] } };
const delivery = { postId, snapshot: part, reference: { uri: words } };
const composerUrl = "https://x.example/intent/post?text=Hi%20%40mara.example+Mara%20Vermeer";

/** Where a row has to fit the others. */
const rows = {
  posts: { id: postId, state: "scheduled", parts: [part] },
  post_versions: { postId, parts: [part] },
  practice_accounts: { id: "practice" },
  practice_posts: { accountId: "practice", removedAt: null },
};

test("no text of any table names an erased person, wherever it stood", async () => {
  const { ctx, personId } = await haveSomebody();
  const filled = await ctx.transact((tx) =>
    fillTables(tx, ctx, words, {
      ...rows,
      deliveries: { ...delivery, composerUrl, state: "published", removedAt: null },
    }),
  );
  expect(filled.length).toBeGreaterThan(25);
  expect(await erasePerson(ctx, { personId, publishedPosts: "remove" })).toMatchObject({
    ok: true,
  });
  expect(await tablesWith(ctx, theirs)).toEqual([]);
});

test("what is published may stay, and nothing else does", async () => {
  const { ctx, personId } = await haveSomebody();
  await ctx.transact((tx) =>
    fillTables(tx, ctx, words, {
      ...rows,
      deliveries: { ...delivery, composerUrl, state: "published", removedAt: null },
    }),
  );
  await erasePerson(ctx, { personId, publishedPosts: "keep" });
  const kept = ["deliveries", "post_versions", "posts", "practice_posts"];
  expect(await tablesWith(ctx, theirs)).toEqual(kept);
  const [left] = await ctx.db.select().from(deliveries);
  expect(left).toMatchObject({ snapshot: part, composerUrl: null });
  expect(JSON.stringify([left?.request, left?.candidates, left?.reasonDetail])).not.toMatch(
    /mara/i,
  );
});

test.each(["failed", "cancelled", "stopped"])("a post that %s keeps no name", async (state) => {
  const { ctx, personId } = await haveSomebody();
  await ctx.transact((tx) =>
    fillTables(tx, ctx, words, {
      ...rows,
      practice_posts: { accountId: "practice" },
      deliveries: { ...delivery, composerUrl, state },
    }),
  );
  await erasePerson(ctx, { personId });
  expect(await tablesWith(ctx, theirs)).toEqual([]);
});

test.each(["scheduled", "needs_person", "missed", "unknown"])(
  "a post that names them and is %s has to be settled first",
  async (state) => {
    const { ctx, personId } = await haveSomebody();
    await ctx.transact((tx) =>
      fillTables(tx, ctx, words, { ...rows, deliveries: { ...delivery, state } }),
    );
    expect(await erasePerson(ctx, { personId })).toMatchObject({
      refusal: "thanks-planned",
      detail: { name: "Mara Vermeer" },
    });
    await ctx.transact((tx) =>
      tx.update(deliveries).set({ workspaceId: "other" }).where(eq(deliveries.postId, postId)),
    );
    expect(await erasePerson(ctx, { personId })).toMatchObject({ ok: true });
  },
);

test("what is exported holds every text of ours that erasing finds", async () => {
  const { ctx, personId } = await haveSomebody();
  const others = ["beliefs", "consents", "identities", "persons", "shout_outs", "touchpoints"];
  const filled = await ctx.transact((tx) => fillTables(tx, ctx, words, rows));
  const { mentions } = await exportPerson(ctx, personId);
  const exported = Object.entries(mentions).flatMap(([table, found]) =>
    found.flatMap((row) => Object.keys(row).map((column) => `${table}.${column}`)),
  );
  const isOurs = (place: string) => !others.includes(place.split(".")[0] ?? "");
  expect(exported.filter((place) => !place.endsWith(".id")).toSorted()).toEqual(
    filled.filter(isOurs).toSorted(),
  );
});

test("another workspace keeps its words", async () => {
  const { ctx, personId } = await haveSomebody();
  const other = { ...ctx, workspaceId: "other" };
  await ctx.transact((tx) => fillTables(tx, other, words, { deliveries: { snapshot: part } }));
  const before = await tablesWith(ctx, theirs);
  await erasePerson(ctx, { personId, publishedPosts: "remove" });
  const after = await tablesWith(ctx, theirs);
  expect(after).toEqual(before.toSpliced(before.indexOf("identities"), 1).filter(isNot("persons")));
});

function isNot(name: string) {
  return (one: string, index: number, all: string[]) => one !== name || index !== all.indexOf(name);
}

async function haveSomebody(): Promise<{ ctx: Context; personId: string }> {
  const ctx = await testContext();
  const at = ctx.clock.now();
  const mara = {
    remoteId: "did:mara",
    handle: "mara.example",
    displayName: "Mara Vermeer",
    firstAt: at,
    lastAt: at,
  };
  const met = await ctx.transact((tx) => findOrCreatePeople(tx, ctx, "fake", [mara]));
  return { ctx, personId: met.get("did:mara")!.personId };
}
