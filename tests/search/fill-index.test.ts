import { expect, test } from "vitest";

import { unindexTexts, unindexWorkspace } from "#lib/db/text-index";
import { findOrCreatePeople } from "#lib/people/find-or-create-people";
import { fillIndex } from "#lib/search/fill-index";
import { findEverything } from "#lib/views/find";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePost } from "../support/have-post.ts";

test("a database from before there was an index is indexed once, workspace by workspace, and taken up where it is broken off", async () => {
  const ctx = await haveWorkspace();
  const other = await haveNeighbour(ctx);
  await havePeople(ctx, 520);
  const postId = await havePost(ctx, { texts: ["Een sjaal"], accountIds: [] });
  await havePost(other, { texts: ["Hun sjaal"], accountIds: [], stageId: "stage-awareness-2" });
  await forgetIndex(ctx, other);
  expect(await found(ctx, "sjaal")).toEqual([]);

  let commits = 0;
  const transact: typeof ctx.transact = (work) => {
    commits += 1;
    if (commits === 2) throw new Error("Killed.");
    return ctx.transact(work);
  };
  await expect(fillIndex({ db: ctx.db, transact })).rejects.toThrow("Killed.");
  await fillIndex(ctx);
  expect(await found(ctx, "sjaal")).toEqual([postId]);
  expect(await found(ctx, "mara 519")).toEqual(["Mara 519"]);
  expect(await found(ctx, "mara 3")).toHaveLength(6);
  expect(await found(other, "sjaal")).toHaveLength(1);

  await forgetWords(ctx);
  await fillIndex(ctx);
  expect(await found(ctx, "sjaal")).toEqual([]);
});

async function forgetIndex(...all: readonly TestContext[]): Promise<void> {
  for (const ctx of all) await forgetWords(ctx);
  const [ctx] = all;
  await ctx?.transact((tx) => unindexTexts(tx, ["filled-2"]));
}

function forgetWords(ctx: TestContext): Promise<void> {
  return ctx.transact((tx) => unindexWorkspace(tx, ctx.workspaceId));
}

async function havePeople(ctx: TestContext, count: number): Promise<void> {
  const at = ctx.clock.now();
  const all = Array.from({ length: count }, (_, index) => ({
    remoteId: `did:${index}`,
    handle: `h${index}.example`,
    displayName: `Mara ${index}`,
    firstAt: at,
    lastAt: at,
  }));
  await ctx.transact((tx) => findOrCreatePeople(tx, ctx, "practice", all));
}

async function found(ctx: TestContext, search: string): Promise<string[]> {
  const outcome = await findEverything(ctx, { search });
  if (!outcome.ok) return [];
  const { people, posts } = outcome.value;
  return [...people.map(({ name }) => name), ...posts.map(({ id }) => id)];
}
