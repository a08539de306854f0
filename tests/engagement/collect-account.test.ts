import { asc } from "drizzle-orm";
import { expect, test } from "vitest";

import { collectAccount } from "#lib/engagement/collect-account";
import { collectDue } from "#lib/engagement/collect-due";
import { collectSoon } from "#lib/engagement/collect-soon";
import { findAccount } from "#lib/engagement/collection-repository";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import { events } from "#lib/events/schema";
import type { Context } from "#lib/kernel/context";
import { listPeople } from "#lib/people/list-people";

import { aroundTransact } from "../support/around-transact.ts";
import { noon } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { haveAccount } from "../support/have-account.ts";
import { busyNetwork, reactionOf } from "../support/have-reactions.ts";

test("what people did becomes touchpoints of persons, and is told of once", async () => {
  const { ctx, network, account } = await haveListening();
  network.reactions.push(
    reactionOf("mara", { type: "follow" }),
    reactionOf("mara", { type: "reply", text: "Wat een prachtige muts, dank je wel!" }),
    reactionOf("joost"),
  );

  expect(await collectAccount(ctx, account.id)).toEqual({ outcome: "collected", count: 3 });

  const { people } = await listPeople(ctx);
  expect(people.map(({ person }) => person.displayName).toSorted()).toEqual(["joost", "mara"]);
  expect(people.find(({ person }) => person.displayName === "mara")).toMatchObject({
    person: { language: "nl", role: "fan" },
    identities: [{ network: "fake", handle: "mara.example" }],
    touchpointCount: 2,
  });
  const { touchpoints } = await listTouchpoints(ctx);
  expect(touchpoints.find(({ touchpoint }) => touchpoint.type === "reply")).toMatchObject({
    touchpoint: {
      localDay: "2026-03-01",
      localWeek: "2026-W09",
      sentiment: "positive",
      emotion: "gratitude",
      source: "collected",
      recordedBy: "system",
    },
  });
  expect(await recordedIds(ctx)).toHaveLength(3);
});

test("reading the same again adds nothing and tells nothing", async () => {
  const { ctx, network, account } = await haveListening();
  network.reactions.push(reactionOf("mara"), reactionOf("joost"), reactionOf("joost"));
  await collectAccount(ctx, account.id);
  await forgetPlace(ctx, account.id);

  expect(await collectAccount(ctx, account.id)).toEqual({ outcome: "collected", count: 0 });
  expect(await recordedIds(ctx)).toHaveLength(2);
  expect((await listPeople(ctx)).people).toHaveLength(2);
});

test("a text that ends in half an emoji is stored, with a sign in its place", async () => {
  const { ctx, network, account } = await haveListening();
  network.reactions.push(reactionOf("mara", { type: "reply", text: "Mooi \ud83e" }));

  await collectAccount(ctx, account.id);

  const { touchpoints } = await listTouchpoints(ctx);
  expect(touchpoints.map(({ touchpoint }) => touchpoint.text)).toEqual(["Mooi \ufffd"]);
});

test("a failure half-way keeps the pages before it, and the next round goes on from there", async () => {
  const { ctx, network, account } = await haveListening();
  network.pageSize = 2;
  network.reactions.push(...["a", "b", "c", "d", "e"].map((name) => reactionOf(name)));
  network.collectFaults.push(undefined, { kind: "not-sent", detail: "no connection" });

  expect(await collectAccount(ctx, account.id)).toEqual({ outcome: "not-sent", count: 2 });
  expect(await placeOf(ctx, account.id)).toBe(2);

  network.cursorsAsked.length = 0;
  expect(await collectAccount(ctx, account.id)).toEqual({ outcome: "collected", count: 3 });
  expect(network.cursorsAsked).toEqual([2, 4]);
});

test("a page that cannot be stored is not skipped", async () => {
  const { ctx, network, account } = await haveListening();
  network.reactions.push(reactionOf("mara"));
  let isBroken = true;
  const breaking = aroundTransact(
    ctx,
    (transact) => (work) =>
      transact(async (tx) => {
        const value = await work(tx);
        if (isBroken) throw new Error("The disk is full.");
        return value;
      }),
  );

  await expect(collectAccount(breaking, account.id)).rejects.toThrow("disk");
  expect(await placeOf(ctx, account.id)).toBeNull();
  expect((await listTouchpoints(ctx)).touchpoints).toEqual([]);

  isBroken = false;
  expect(await collectAccount(breaking, account.id)).toMatchObject({ count: 1 });
});

test("a changed profile brings the person up to date", async () => {
  const { ctx, network, account } = await haveListening();
  network.reactions.push(reactionOf("mara"));
  await collectAccount(ctx, account.id);
  const renamed = { remoteId: "did:mara", handle: "mara.dev", displayName: "Mara de Wit" };
  network.reactions.push({ ...reactionOf("mara", { type: "repost" }), person: renamed });
  await collectAccount(ctx, account.id);

  expect((await listPeople(ctx)).people).toMatchObject([
    { person: { displayName: "Mara de Wit" }, identities: [{ handle: "mara.dev" }] },
  ]);
});

test("words that three people repeat count as a chain, also for the first two", async () => {
  const { ctx, network, account } = await haveListening();
  const text = "Sheep are the softest animals on earth";
  for (const name of ["a", "b", "c"])
    network.reactions.push(reactionOf(name, { type: "reply", text }));
  network.pageSize = 1;
  await collectAccount(ctx, account.id);

  const { touchpoints } = await listTouchpoints(ctx);
  expect(touchpoints.map(({ touchpoint }) => touchpoint.isContest)).toEqual([true, true, true]);
});

test("only accounts whose time has come are collected, each by one worker", async () => {
  const { ctx, network, account } = await haveListening();
  network.reactions.push(reactionOf("mara"));

  const counts = await Promise.all([collectDue(ctx), collectDue(ctx)]);
  expect(counts[0]! + counts[1]!).toBe(1);
  expect(await collectDue(ctx)).toBe(0);

  await collectSoon(ctx, [account.id]);
  expect(await collectDue(ctx)).toBe(1);
});

test("who was paused for longer than the lease saves nothing over whoever collects by now", async () => {
  const { ctx, network, account } = await haveListening();
  network.reactions.push(reactionOf("mara"), reactionOf("joost"));
  const { promise: paused, resolve: wake } = Promise.withResolvers<void>();
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { collect } = network.connector;
  Object.assign(network.connector, {
    collect: async (...args: Parameters<typeof collect>) => {
      Object.assign(network.connector, { collect });
      const page = await collect(...args);
      ask();
      await paused;
      return page;
    },
  });
  const slow = collectDue(ctx);
  await asked;
  ctx.clock.pass({ minutes: 3 });
  expect(await collectDue(ctx)).toBe(1);
  const after = await findAccount(ctx.db, account.id);
  network.reactions.push(reactionOf("lars"));
  wake();
  await slow;
  expect(await findAccount(ctx.db, account.id)).toEqual(after);
  expect(await recordedIds(ctx)).toHaveLength(2);
});

test("a network that says later is left alone until then", async () => {
  const { ctx, network } = await haveListening();
  const retryAt = new Date(noon.getTime() + 600_000);
  network.collectFaults.push({ kind: "later", retryAt, detail: "429" });
  await collectDue(ctx);

  ctx.clock.pass({ minutes: 9 });
  expect(await collectDue(ctx)).toBe(0);
  ctx.clock.pass({ minutes: 2 });
  expect(await collectDue(ctx)).toBe(1);
});

test("a network that keeps failing is asked ever less often, but asked", async () => {
  const { ctx, network } = await haveListening();
  let asked = 0;
  for (let minute = 0; minute < 120; minute += 1) {
    network.collectFaults[0] = { kind: "not-sent", detail: "no connection" };
    asked += await collectDue(ctx);
    ctx.clock.pass({ minutes: 1 });
  }
  expect(asked).toBeGreaterThan(5);
  expect(asked).toBeLessThan(15);
});

test("a bug in one network stops neither the others nor the round", async () => {
  const { ctx, network } = await haveListening();
  await haveAccount(ctx, { identifier: "second.example" });
  network.collectFaults.push(new Error("A bug in the connector."));
  network.reactions.push(reactionOf("mara"));

  expect(await collectDue(ctx)).toBe(2);
  expect((await listTouchpoints(ctx)).touchpoints).toHaveLength(1);
});

async function haveListening() {
  const network = busyNetwork();
  const ctx = await haveWorkspace();
  const account = await haveAccount(ctx);
  return { ctx, network, account };
}

async function recordedIds(ctx: Context): Promise<unknown[]> {
  const all = await ctx.db.select().from(events).orderBy(asc(events.id));
  return all
    .filter(({ type }) => type === "touchpoints.recorded")
    .flatMap(({ detail }) => detail["ids"]);
}

async function placeOf(ctx: Context, accountId: string) {
  return (await findAccount(ctx.db, accountId))?.cursor;
}

async function forgetPlace(ctx: Context, accountId: string): Promise<void> {
  const { saveCursor } = await import("#lib/engagement/collection-repository");
  await ctx.transact((tx) => saveCursor(tx, { id: accountId }, null, { taken: null, until: noon }));
}
