import { expect, test } from "vitest";

import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { insertDeliveries } from "#lib/deliveries/repository";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { listHistory } from "#lib/events/repository";
import { publishDue } from "#lib/publisher/publish-due";
import { enterSafeMode } from "#lib/recovery/enter-safe-mode";
import { showSafeMode } from "#lib/recovery/show-safe-mode";

import { kinds } from "../deliveries/a-step.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";
import { anHourAgo, aPlace, sentMeanwhile, statesOf } from "./a-forgotten-hour.ts";

test.each(kinds)("class %s: what was due is looked for, and never sent by itself", async (kind) => {
  const { ctx, fake } = await aPlace({ outcome: { kind } });
  const account = await haveAccount(ctx);
  for (const text of ["sent since the backup", "not sent"])
    await haveScheduled(ctx, { accountIds: [account.id], texts: [text] });
  sentMeanwhile(fake, account.id, "sent since the backup");

  expect(await enterSafeMode(ctx, anHourAgo)).toMatchObject({ doubted: 2, since: anHourAgo });
  expect(await showSafeMode(ctx)).toMatchObject({ lookedFor: 2, forPerson: 0 });
  await publishDue(ctx, "worker");
  expect(fake.calls).toMatchObject({ publish: 0, search: 0 });

  await settle(ctx);
  expect(await statesOf(ctx)).toEqual({
    "sent since the backup": "published",
    "not sent": "needs_person:restored",
  });
  expect(fake.calls.publish).toBe(0);
  expect(await showSafeMode(ctx)).toMatchObject({ lookedFor: 0, forPerson: 1 });
});

test("thousands that were due are doubted, every one and once", async () => {
  const { ctx } = await aPlace();
  const account = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [account.id] });
  const [one] = await listDeliveries(ctx);
  if (!one) throw new Error("No delivery.");
  const more = Array.from({ length: 2_499 }, () => ({ ...one, id: ctx.newId() }));
  await ctx.transact((tx) => insertDeliveries(tx, more));
  expect(await enterSafeMode(ctx, anHourAgo)).toMatchObject({ doubted: 2_500 });
  expect(await showSafeMode(ctx)).toMatchObject({ lookedFor: 2_500, forPerson: 0 });
});

test("where a network cannot be searched, a person looks", async () => {
  const { ctx, fake } = await aPlace({ canSearch: false });
  const account = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [account.id] });
  await enterSafeMode(ctx, anHourAgo);
  await settle(ctx);
  expect(await statesOf(ctx)).toEqual({ Hello: "needs_person:restored" });
  expect(fake.calls.publish).toBe(0);
});

test("safe mode is over once people have answered; sent again, it is sent once", async () => {
  const { ctx, fake } = await aPlace();
  const account = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [account.id] });
  await enterSafeMode(ctx, anHourAgo);
  await settle(ctx);
  const [delivery] = await listDeliveries(ctx);
  await resolveDelivery(ctx, { deliveryId: delivery?.id ?? "", answer: "send-again" });
  await publishDue(ctx, "worker");
  expect(await statesOf(ctx)).toEqual({ Hello: "published" });
  expect(fake.accepted).toHaveLength(1);
  expect(await showSafeMode(ctx)).toBeUndefined();
});

test("what is planned for later goes out in its time, each after a look", async () => {
  const { ctx, fake } = await aPlace();
  const account = await haveAccount(ctx);
  for (const text of ["one", "two", "three"])
    await haveScheduled(ctx, {
      accountIds: [account.id],
      texts: [text],
      at: "2026-03-01T15:00",
    });
  sentMeanwhile(fake, account.id, "two");
  expect(await enterSafeMode(ctx, anHourAgo)).toMatchObject({ doubted: 0 });
  await settle(ctx);
  expect(await statesOf(ctx)).toMatchObject({ one: "scheduled:look-first" });
  ctx.clock.pass({ hours: 1, minutes: 30 });
  await publishDue(ctx, "worker");
  expect(await statesOf(ctx)).toEqual({
    one: "published",
    two: "needs_person:restored",
    three: "published",
  });
  expect(fake.calls).toMatchObject({ search: 3, publish: 2 });
});

test("what was planned for later and is there already goes to a person", async () => {
  const { ctx, fake } = await aPlace();
  const account = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [account.id], at: "2026-03-01T15:00" });
  sentMeanwhile(fake, account.id, "Hello");
  await enterSafeMode(ctx, anHourAgo);
  ctx.clock.pass({ hours: 2 });
  await publishDue(ctx, "worker");
  expect(await statesOf(ctx)).toEqual({ Hello: "needs_person:restored" });
  expect(fake.calls.publish).toBe(0);
});

test("a thread is taken up where it stands on the network", async () => {
  const { ctx, fake } = await aPlace();
  const account = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [account.id], texts: ["one", "two", "three"] });
  sentMeanwhile(fake, account.id, "one");
  sentMeanwhile(fake, account.id, "two");
  await enterSafeMode(ctx, anHourAgo);
  await settle(ctx);
  expect(await statesOf(ctx)).toEqual({
    one: "published",
    two: "published",
    three: "needs_person:restored",
  });
});

test("of two posts with the same words each finds its own", async () => {
  const { ctx, fake } = await aPlace();
  const account = await haveAccount(ctx);
  for (let post = 0; post < 2; post += 1) await haveScheduled(ctx, { accountIds: [account.id] });
  sentMeanwhile(fake, account.id, "Hello");
  await enterSafeMode(ctx, anHourAgo);
  await settle(ctx);
  const states = (await listDeliveries(ctx)).map(({ state }) => state);
  expect(states.toSorted()).toEqual(["needs_person", "published"]);
});

test("whoever was sending at that moment keeps nothing of it", async () => {
  const { ctx, fake } = await aPlace();
  const account = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [account.id] });
  fake.beforePublish = async () => void (await enterSafeMode(ctx, anHourAgo));
  await publishDue(ctx, "worker");
  expect(await statesOf(ctx)).toEqual({ Hello: "unknown:restored" });
  fake.beforePublish = undefined;
  await settle(ctx);
  expect(await statesOf(ctx)).toEqual({ Hello: "published" });
  expect(fake.accepted).toHaveLength(1);
});

test("each workspace is told in its history, and asked for no more than its own", async () => {
  const { ctx } = await aPlace();
  const account = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [account.id] });
  const { id } = await enterSafeMode(ctx, anHourAgo);
  const events = await listHistory(ctx.db, ctx.workspaceId, id);
  expect(events.map(({ type, detail }) => [type, detail])).toEqual([
    ["safe-mode.entered", { since: anHourAgo.toISOString(), deliveries: 1 }],
  ]);
  expect(await showSafeMode({ ...ctx, workspaceId: "another" })).toBeUndefined();
});

/** Until nothing moves any more. */
async function settle(ctx: Awaited<ReturnType<typeof aPlace>>["ctx"]): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    ctx.clock.pass({ minutes: 5 });
    await publishDue(ctx, "worker");
  }
}
