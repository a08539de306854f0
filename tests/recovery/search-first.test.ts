import { expect, test } from "vitest";

import { applyEvent } from "#lib/deliveries/apply-event";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { lockDelivery } from "#lib/deliveries/repository";
import { reschedulePost } from "#lib/deliveries/reschedule-post";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { showDelivery } from "#lib/deliveries/show-delivery";
import { undoResolution } from "#lib/deliveries/undo-resolution";
import { unschedulePost } from "#lib/deliveries/unschedule-post";
import type { Context } from "#lib/kernel/context";
import { duplicatePost } from "#lib/posts/duplicate-post";
import { publishDue } from "#lib/publisher/publish-due";
import { enterSafeMode } from "#lib/recovery/enter-safe-mode";

import { haveAccount } from "../support/have-account.ts";
import { havePost, haveScheduled } from "../support/have-post.ts";
import { setDelivery } from "../support/set-delivery.ts";
import { anHourAgo, aPlace, sentMeanwhile, statesOf } from "./a-forgotten-hour.ts";

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
  resolveDelivery(ctx, { deliveryId, answer: "send-again" });
const later = { kind: "wall-clock", at: "2026-03-01T16:00" } as const;

test.each([
  ["sent again, a missed one", "missed", sendAgain],
  ["sent again, a refused one", "failed", sendAgain],
  ["sent again, one that a person was asked about before", "needs_person", sendAgain],
  [
    "given a new time, a missed one",
    "missed",
    (ctx: Context, deliveryId: string) =>
      resolveDelivery(ctx, { answer: "move", deliveryId, when: later }),
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
  expect(await showDelivery(ctx, one.id)).toMatchObject({ recovery: "search_first" });
  expect(await showDelivery(ctx, two.id)).toMatchObject({ recovery: "search_first" });
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
  await resolveDelivery(ctx, { deliveryId, answer: "leave-out" });
  await undoResolution(ctx, { deliveryId });
  await resolveDelivery(ctx, { deliveryId, answer: "send-again" });
  await publishDue(ctx, "worker");
  expect(await statesOf(ctx)).toEqual({ one: "published", two: "needs_person:restored" });
  expect(fake.calls.publish).toBe(1);
});

test("looked for first is what was left out before the restore and taken back after it", async () => {
  const { ctx, fake, one } = await aThreadThat("needs_person");
  await ctx.transact(async (tx) => {
    await setDelivery(tx, one.id, { state: "reconciling", recovery: "restored" });
    const asked = await lockDelivery(tx, ctx.workspaceId, one.id);
    await applyEvent(tx, ctx, asked, { type: "reconcile", outcome: { kind: "absent" } });
  });
  await resolveDelivery(ctx, { deliveryId: one.id, answer: "leave-out" });
  sentMeanwhile(fake, one.accountId, "one");
  ctx.clock.pass({ minutes: 10 });
  await enterSafeMode(ctx, anHourAgo);
  ctx.clock.pass({ minutes: 10 });
  expect(await undoResolution(ctx, { deliveryId: one.id })).toMatchObject({ ok: true });
  expect(await sendAgain(ctx, one.id)).toMatchObject({ ok: true });
  await publishDue(ctx, "worker");
  expect(await showDelivery(ctx, one.id)).toMatchObject({
    state: "needs_person",
    reason: "restored",
  });
  expect(fake.calls.publish).toBe(0);
});

async function aThreadThat(state: "missed" | "failed" | "needs_person") {
  const { ctx, fake } = await aPlace();
  const account = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [account.id], texts: ["one", "two"] });
  const thread = await listDeliveries(ctx);
  const [one, two] = ["one", "two"].map((text) =>
    thread.find((part) => part.snapshot.text === text),
  );
  if (!one || !two) throw new Error("No thread.");
  const rest = state === "failed" ? ("stopped" as const) : ("missed" as const);
  await ctx.transact(async (tx) => {
    await setDelivery(tx, one.id, { state });
    await setDelivery(tx, two.id, { state: rest });
  });
  return { ctx, fake, one, two };
}
