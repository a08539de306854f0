import { expect, test } from "vitest";

import { findOrCreatePeople } from "#lib/people/find-or-create-people";
import { suggestIdentities } from "#lib/people/search-identities";
import { findEverything } from "#lib/views/find";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { havePost } from "../support/have-post.ts";

test("of very many with the words the latest come first, then some of the others, and it is said that there are more", async () => {
  const ctx = await haveWorkspace();
  // The last hundred are called otherwise: nobody of the latest has the word.
  await havePeople(ctx, 1_300, (index) => (index < 1_200 ? `Mara ${index}` : `Noor ${index}`));
  expect(await found(ctx, "noor")).toEqual({ names: latestOf("Noor", 1_299), hasMore: true });
  const maras = await found(ctx, "mara");
  expect(maras.names).toHaveLength(6);
  expect(maras.names.every((name) => name.startsWith("Mara"))).toBe(true);
  expect(maras.hasMore).toBe(true);
  expect(await found(ctx, "mara 1199")).toEqual({ names: ["Mara 1199"], hasMore: false });
  expect(await found(ctx, "h1250.")).toEqual({ names: ["Noor 1250"], hasMore: false });
  expect(await found(ctx, "mara noor")).toEqual({ names: [], hasMore: false });

  const meant = { networks: ["practice"], limit: 4 };
  const suggested = await suggestIdentities(ctx, { ...meant, search: "ma" });
  expect(suggested).toHaveLength(4);
  expect(suggested.every(({ displayName }) => displayName.startsWith("Mara"))).toBe(true);
  const all = await suggestIdentities(ctx, { ...meant, search: "" });
  expect(all.map(({ displayName }) => displayName)).toEqual(latestOf("Noor", 1_299, 4));
});

test("exactly as many as are shown are all", async () => {
  const ctx = await haveWorkspace();
  await havePeople(ctx, 6, (index) => `Mara ${index}`);
  for (let turn = 0; turn < 7; turn += 1)
    await havePost(ctx, { texts: ["Een sjaal"], accountIds: [] });
  expect(await findEverything(ctx, { search: "mara" })).toMatchObject({
    value: { hasMore: { people: false, posts: false } },
  });
  expect(await findEverything(ctx, { search: "sjaal" })).toMatchObject({
    value: { hasMore: { people: false, posts: true } },
  });
});

async function found(ctx: TestContext, search: string) {
  const outcome = await findEverything(ctx, { search });
  if (!outcome.ok) throw new Error("It was refused.");
  const { people, hasMore } = outcome.value;
  return { names: people.map(({ name }) => name), hasMore: hasMore.people };
}

function latestOf(name: string, last: number, count = 6): string[] {
  return Array.from({ length: count }, (_, index) => `${name} ${last - index}`);
}

/** Each was about a second later than the one before. */
async function havePeople(ctx: TestContext, count: number, nameOf: (index: number) => string) {
  const at = ctx.clock.now().getTime();
  const all = Array.from({ length: count }, (_, index) => ({
    remoteId: `did:${index}`,
    handle: `h${index}.example`,
    displayName: nameOf(index),
    firstAt: new Date(at),
    lastAt: new Date(at + index * 1_000),
  }));
  await ctx.transact((tx) => findOrCreatePeople(tx, ctx, "practice", all));
}
