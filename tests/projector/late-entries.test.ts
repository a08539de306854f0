import { expect, test } from "vitest";

import type { Context } from "#lib/kernel/context";
import type { RemoteTouchpoint } from "#lib/networks/contract/remote";
import { journeyStates } from "#lib/projections/schema";
import { bringUpToDate } from "#lib/projector/bring-up-to-date";
import { changeStages } from "#lib/projector/change-stages";
import { checkDerived } from "#lib/projector/check-derived";
import { deriveWorkspace } from "#lib/projector/derive-due";
import { startRebuild } from "#lib/projector/rebuild";

import { haveWorkspace } from "../support/factories.ts";
import { everythingDerived, seeded, storePage, world } from "./world.ts";

const hourMs = 3_600_000;

test("pages that come newest first make nobody's long log read again for each of them", async () => {
  const ctx = await haveWorkspace();
  const likes = someLikes(ctx, 1_200);
  await storePage(ctx, likes.slice(0, 900));
  await bringUpToDate(ctx);
  expect(await entriesOf(ctx)).toBe(900);
  for (const from of [900, 1_000, 1_100]) {
    await storePage(ctx, likes.slice(from, from + 100));
    await bringUpToDate(ctx);
    expect(await entriesOf(ctx)).toBe(900);
  }
  ctx.clock.pass({ minutes: 2 });
  await bringUpToDate(ctx);
  expect(await entriesOf(ctx)).toBe(1_200);
  expect((await checkDerived(ctx)).differences).toEqual([]);
});

test("who asks for everything to be derived does not wait for more", async () => {
  const ctx = await haveWorkspace();
  const likes = someLikes(ctx, 801);
  await storePage(ctx, likes.slice(0, 800));
  await bringUpToDate(ctx);
  // Three years late.
  const old = { ...likes[800], at: new Date(ctx.clock.now().getTime() - 3 * 365 * 24 * hourMs) };
  await storePage(ctx, [old as RemoteTouchpoint]);
  await bringUpToDate(ctx);
  expect(await entriesOf(ctx)).toBe(800);
  await deriveWorkspace(ctx);
  expect(await entriesOf(ctx)).toBe(801);
  expect((await checkDerived(ctx)).differences).toEqual([]);
});

test("a machine's thousands of likes in an hour leave no more behind than a person's few", async () => {
  const ctx = await haveWorkspace();
  const now = ctx.clock.now().getTime();
  const likes = someLikes(ctx, 3_000).map((like, index) => ({
    ...like,
    at: new Date(now - hourMs + index),
  }));
  for (let from = 0; from < likes.length; from += 500)
    await storePage(ctx, likes.slice(from, from + 500));
  await bringUpToDate(ctx);
  const [state] = await ctx.db.select().from(journeyStates);
  expect(state?.entries).toBe(3_000);
  expect(JSON.stringify(state?.state).length).toBeLessThan(4_000);
  expect((await everythingDerived(ctx)).moves).toHaveLength(1);
  expect((await checkDerived(ctx)).differences).toEqual([]);
});

test("a clock that is set back, and touchpoints from its future, are counted once", async () => {
  const ctx = await haveWorkspace();
  const log = world(seeded(21), ctx);
  await storePage(ctx, log.slice(0, 200));
  await bringUpToDate(ctx);
  ctx.clock.pass({ days: -400 });
  await storePage(ctx, log.slice(200));
  await bringUpToDate(ctx);
  expect((await checkDerived(ctx)).differences).toEqual([]);
  ctx.clock.pass({ days: 400 });
  await startRebuild(ctx);
  await bringUpToDate(ctx);
  expect((await checkDerived(ctx)).differences).toEqual([]);
});

test("other stages in the middle of a rebuild: it begins anew and is whole at its end", async () => {
  const ctx = await haveWorkspace();
  await storePage(ctx, world(seeded(22), ctx));
  await deriveWorkspace(ctx);
  await startRebuild(ctx);
  const middle = new AbortController();
  await deriveWorkspace(ctx, { stopping: middle.signal, onProgress: () => middle.abort() });
  expect(await changeStages(ctx, { choice: { template: "aida" } })).toMatchObject({ ok: true });
  await deriveWorkspace(ctx);
  expect((await checkDerived(ctx)).differences).toEqual([]);
});

/** Of one person, newest first, an hour apart. */
function someLikes(ctx: Context, count: number): RemoteTouchpoint[] {
  const now = ctx.clock.now().getTime();
  return Array.from({ length: count }, (_nothing, index) => ({
    remoteId: `like-${index}`,
    type: "like" as const,
    at: new Date(now - (index + 1) * hourMs),
    person: { remoteId: "did:1", handle: "one.example", displayName: "One" },
  }));
}

async function entriesOf(ctx: Context): Promise<number | undefined> {
  const [state] = await ctx.db.select().from(journeyStates);
  return state?.entries;
}
