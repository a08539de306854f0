import { expect, test } from "vitest";

import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";
import type { OutcomeRule } from "#lib/networks/connector";
import { duplicatePost } from "#lib/posts/duplicate-post";
import { answerDelivery } from "#lib/publishing/answer-delivery";
import { enterSafeMode } from "#lib/publishing/enter-safe-mode";
import { listDeliveries } from "#lib/publishing/list-deliveries";
import { moveDelivery } from "#lib/publishing/move-delivery";
import { publishDue } from "#lib/publishing/publish-due";
import { updateDelivery } from "#lib/publishing/repository";
import { reschedulePost } from "#lib/publishing/reschedule-post";
import { schedulePost } from "#lib/publishing/schedule-post";
import { showDelivery } from "#lib/publishing/show-delivery";
import { showSafeMode } from "#lib/publishing/show-safe-mode";
import { takeBackAnswer } from "#lib/publishing/take-back-answer";
import { unschedulePost } from "#lib/publishing/unschedule-post";

import { noon } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { havePost, haveScheduled } from "../support/have-post.ts";

const anHourAgo = new Date(noon.getTime() - 3_600_000);

const kinds: OutcomeRule["kind"][] = [
  "own-id",
  "key",
  "container",
  "duplicate-listing",
  "refusal-only",
  "listing",
];

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
  await answerDelivery(ctx, { deliveryId: delivery?.id ?? "", answer: "send-again" });
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

test("looked for first it is also at a new time", async () => {
  const { ctx, fake } = await aPlace();
  const account = await haveAccount(ctx);
  const { postId } = await haveScheduled(ctx, {
    accountIds: [account.id],
    at: "2026-03-01T15:00",
  });
  sentMeanwhile(fake, account.id, "Hello");
  await enterSafeMode(ctx, anHourAgo);
  const when = { kind: "wall-clock", at: "2026-03-01T14:00" } as const;
  expect(await reschedulePost(ctx, { postId, when })).toMatchObject({ ok: true });
  ctx.clock.pass({ hours: 2 });
  await publishDue(ctx, "worker");
  expect(await statesOf(ctx)).toEqual({ Hello: "needs_person:restored" });
  expect(fake.calls.publish).toBe(0);
});

test("looked for first it is also where it was taken off the calendar and scheduled anew", async () => {
  const { ctx, fake } = await aPlace();
  const account = await haveAccount(ctx);
  const at = "2026-03-01T15:00";
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], at });
  sentMeanwhile(fake, account.id, "Hello");
  ctx.clock.pass({ minutes: 10 });
  await enterSafeMode(ctx, anHourAgo);
  ctx.clock.pass({ minutes: 10 });
  expect(await unschedulePost(ctx, { postId })).toMatchObject({ ok: true });
  await schedulePost(ctx, { postId, when: { kind: "wall-clock", at: "2026-03-01T14:00" } });
  ctx.clock.pass({ minutes: 45 });
  await publishDue(ctx, "worker");
  expect(await statesOf(ctx)).toEqual({ Hello: "needs_person:restored" });
  expect(fake.calls).toMatchObject({ publish: 0, search: 1 });
});

test("of a draft, too, nobody knows whether it was sent; a copy made afterwards is a new post", async () => {
  const { ctx, fake } = await aPlace();
  const account = await haveAccount(ctx);
  const postId = await havePost(ctx, { accountIds: [account.id] });
  sentMeanwhile(fake, account.id, "Hello");
  ctx.clock.pass({ minutes: 10 });
  await enterSafeMode(ctx, anHourAgo);
  ctx.clock.pass({ minutes: 10 });
  const now = { kind: "now" } as const;
  await schedulePost(ctx, { postId, when: now });
  await publishDue(ctx, "worker");
  expect(await statesOf(ctx)).toEqual({ Hello: "needs_person:restored" });
  expect(fake.calls).toMatchObject({ publish: 0, search: 1 });

  const copy = await duplicatePost(ctx, { postId });
  await schedulePost(ctx, { postId: copy.ok ? copy.value.id : "", when: now });
  await publishDue(ctx, "worker");
  expect(fake.calls).toMatchObject({ publish: 1, search: 1 });
});

const sendAgain = (ctx: Context, deliveryId: string) =>
  answerDelivery(ctx, { deliveryId, answer: "send-again" });
const later = { kind: "wall-clock", at: "2026-03-01T16:00" } as const;

test.each([
  ["sent again, a missed one", "missed", sendAgain],
  ["sent again, a refused one", "failed", sendAgain],
  ["sent again, one that a person was asked about before", "needs_person", sendAgain],
  [
    "given a new time, a missed one",
    "missed",
    (ctx: Context, deliveryId: string) => moveDelivery(ctx, { deliveryId, when: later }),
  ],
  [
    "moved with its post, a refused one",
    "failed",
    async (ctx: Context, deliveryId: string) => {
      const { postId } = await showDelivery(ctx, deliveryId);
      return reschedulePost(ctx, { postId, when: later });
    },
  ],
] as const)("looked for first is, %s: it may have been sent since the backup", async (...args) => {
  const [, state, act] = args;
  const { ctx, fake, one, two } = await aThreadThat(state);
  for (const text of ["one", "two"]) sentMeanwhile(fake, one.accountId, text);
  ctx.clock.pass({ minutes: 10 });
  await enterSafeMode(ctx, anHourAgo);
  ctx.clock.pass({ minutes: 10 });
  expect(await act(ctx, one.id)).toMatchObject({ ok: true });
  expect(await showDelivery(ctx, one.id)).toMatchObject({ reason: "look-first" });
  expect(await showDelivery(ctx, two.id)).toMatchObject({ reason: "look-first" });
  ctx.clock.pass({ hours: 3 });
  await publishDue(ctx, "worker");
  expect(await showDelivery(ctx, one.id)).toMatchObject({
    state: "needs_person",
    reason: "restored",
  });
  expect(fake.calls).toMatchObject({ publish: 0, search: 1 });

  await sendAgain(ctx, one.id);
  await publishDue(ctx, "worker");
  expect(await statesOf(ctx)).toEqual({ one: "published", two: "needs_person:restored" });
  expect(fake.calls).toMatchObject({ publish: 1, search: 2 });
});

test("looked for first are the later parts also when the first is sent again", async () => {
  const { ctx, fake } = await aPlace();
  const account = await haveAccount(ctx);
  const texts = ["one", "two"];
  await haveScheduled(ctx, { accountIds: [account.id], texts, at: "2026-03-01T15:00" });
  for (const text of texts) sentMeanwhile(fake, account.id, text);
  await enterSafeMode(ctx, anHourAgo);
  ctx.clock.pass({ hours: 2 });
  await publishDue(ctx, "worker");
  const first = (await listDeliveries(ctx)).find(({ part }) => part === 1);
  const deliveryId = first?.id ?? "";
  await answerDelivery(ctx, { deliveryId, answer: "leave-out" });
  await takeBackAnswer(ctx, { deliveryId });
  await answerDelivery(ctx, { deliveryId, answer: "send-again" });
  await publishDue(ctx, "worker");
  expect(await statesOf(ctx)).toEqual({ one: "published", two: "needs_person:restored" });
  expect(fake.calls.publish).toBe(1);
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

async function aThreadThat(state: "missed" | "failed" | "needs_person") {
  const { ctx, fake } = await aPlace();
  const account = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [account.id], texts: ["one", "two"] });
  const thread = await listDeliveries(ctx);
  const [one, two] = ["one", "two"].map((text) => thread.find((part) => part.frozen.text === text));
  if (!one || !two) throw new Error("No thread.");
  const rest = state === "failed" ? ("stopped" as const) : ("missed" as const);
  await ctx.transact(async (tx) => {
    await updateDelivery(tx, ctx.workspaceId, one.id, { state });
    await updateDelivery(tx, ctx.workspaceId, two.id, { state: rest });
  });
  return { ctx, fake, one, two };
}

async function aPlace(over: Parameters<typeof fakeNetwork>[0] = {}) {
  const ctx = await haveWorkspace();
  return { ctx, fake: fakeNetwork(over) };
}

/** Accepted by the network in the time that the database has forgotten. */
function sentMeanwhile(fake: ReturnType<typeof fakeNetwork>, accountId: string, text: string) {
  const key = `forgotten-${fake.accepted.length}`;
  fake.accepted.push({ key, accountId, text, request: { key, text }, at: new Date(noon) });
}

/** Until nothing moves any more. */
async function settle(ctx: Awaited<ReturnType<typeof aPlace>>["ctx"]): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    ctx.clock.pass({ minutes: 5 });
    await publishDue(ctx, "worker");
  }
}

async function statesOf(ctx: Context): Promise<Record<string, string>> {
  const all = await listDeliveries(ctx);
  return Object.fromEntries(
    all.map(({ frozen, state, reason }) => [frozen.text, reason ? `${state}:${reason}` : state]),
  );
}
