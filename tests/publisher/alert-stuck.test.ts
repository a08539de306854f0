import { expect, test } from "vitest";

import type { Delivery } from "#lib/deliveries/delivery";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { reschedulePost } from "#lib/deliveries/reschedule-post";
import { showDelivery } from "#lib/deliveries/show-delivery";
import { runEventHandlers } from "#lib/event-handlers";
import { listHistory } from "#lib/events/repository";
import { listNotifications } from "#lib/notifications/list-notifications";
import { publishDue } from "#lib/publisher/publish-due";
import { changeWorkspace } from "#lib/workspaces/change-workspace";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork, type Fault } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveMember } from "../support/have-member.ts";
import { haveScheduled } from "../support/have-post.ts";
import { park } from "../support/park.ts";

test("a doubt that lasts is told once, after 15 minutes, while the network is asked on", async () => {
  const { ctx, fake } = await aPost("reset-after");
  for (let n = 0; n < 9; n += 1) fake.reconcileAnswers.push({ kind: "unknown", detail: "503" });
  await work(ctx, 14);
  expect(await kindsTold(ctx)).toEqual([]);
  await work(ctx, 2);
  expect(await kindsTold(ctx)).toEqual(["in-doubt"]);
  const delivery = await only(ctx);
  expect(delivery).toMatchObject({ state: "unknown" });
  const { history } = await showDelivery(ctx, delivery.id);
  expect(history.filter(({ outcome }) => outcome === "told-of-doubt")).toHaveLength(1);

  await work(ctx, 40);
  expect(await only(ctx)).toMatchObject({ state: "published" });
  expect(fake.calls).toMatchObject({ publish: 1, reconcile: 10 });
  expect(await eventsOf(ctx, delivery)).toEqual(["delivery.published", "delivery.takes-long"]);
});

test("what came to a person before anybody was told that it takes long is told as that alone", async () => {
  const { ctx, fake } = await aPost("reset-after");
  for (let n = 0; n < 9; n += 1) fake.reconcileAnswers.push({ kind: "unknown", detail: "503" });
  await work(ctx, 16);
  const delivery = await only(ctx);
  expect(await eventsOf(ctx, delivery)).toEqual(["delivery.takes-long"]);
  await park(ctx, delivery.id);
  await runEventHandlers(ctx);
  expect(await kindsTold(ctx)).toEqual(["needs-person"]);
});

test("it is told where the network cannot even be asked", async () => {
  const { ctx, fake } = await aPost("reset-before");
  const retryAt = new Date(ctx.clock.now().getTime() + 6 * 3_600_000);
  fake.reconcileAnswers.push({ kind: "later", retryAt, detail: "429" });
  await work(ctx, 16);
  expect(await kindsTold(ctx)).toEqual(["in-doubt"]);
  expect(await only(ctx)).toMatchObject({ state: "unknown" });
});

test("a network out of reach for two hours: people are told after 15 minutes, and asked after an hour", async () => {
  const { ctx, fake } = await aPost(...Array<Fault>(200).fill("not-sent"));
  await work(ctx, 14);
  expect(await kindsTold(ctx)).toEqual([]);
  await work(ctx, 2);
  expect(await kindsTold(ctx)).toEqual(["delayed"]);
  await work(ctx, 100);
  expect(await kindsTold(ctx)).toEqual(["missed", "delayed"]);
  expect(await only(ctx)).toMatchObject({ state: "missed", reason: "unreachable-in-time" });
  expect(fake.accepted).toEqual([]);
});

test("the same where posts may be late: it goes out once the network is back", async () => {
  const { ctx, fake } = await aPost(...Array<Fault>(200).fill("not-sent"));
  await changeWorkspace(ctx, { settings: { whenTooLate: "publish" } });
  await work(ctx, 120);
  expect(await only(ctx)).toMatchObject({ state: "scheduled", attempts: 0 });
  expect(await kindsTold(ctx)).toEqual(["delayed"]);
  fake.faults.length = 0;
  await work(ctx, 11);
  expect(await only(ctx)).toMatchObject({ state: "published", attempts: 1 });
});

test("a post that was moved before anything left carries the time at which it goes out", async () => {
  const { ctx, fake } = await aPost("not-sent");
  await publishDue(ctx, "worker");
  const { postId, request } = await only(ctx);
  expect(request).not.toBeNull();
  await reschedulePost(ctx, { postId, when: { kind: "wall-clock", at: "2026-03-05T09:00" } });
  ctx.clock.set(new Date("2026-03-05T08:00:00Z"));
  await publishDue(ctx, "worker");
  expect(fake.accepted).toHaveLength(1);
  expect(fake.preparations.map(({ createdAt }) => createdAt)).toEqual([
    new Date("2026-03-01T12:00:00Z"),
    new Date("2026-03-05T08:00:00Z"),
  ]);
});

test("what may have left is repeated byte for byte, however late", async () => {
  const { ctx, fake } = await aPost("reset-before");
  await publishDue(ctx, "worker");
  ctx.clock.pass({ minutes: 40 });
  await publishDue(ctx, "worker");
  expect(fake.accepted).toHaveLength(1);
  expect(fake.preparations).toHaveLength(1);
});

async function aPost(...faults: Fault[]) {
  const ctx = await haveMember(await haveWorkspace(), { role: "owner" });
  const fake = fakeNetwork();
  const { id } = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [id] });
  fake.faults.push(...faults);
  return { ctx, fake };
}

/** So many minutes of a worker that looks every 20 seconds. */
async function work(ctx: TestContext, minutes: number): Promise<void> {
  for (let turn = 0; turn < 3 * minutes; turn += 1) {
    await publishDue(ctx, "worker");
    ctx.clock.pass({ seconds: 20 });
  }
}

async function kindsTold(ctx: TestContext): Promise<string[]> {
  await runEventHandlers(ctx);
  return (await listNotifications(ctx)).map(({ notification }) => notification.kind);
}

async function only(ctx: TestContext): Promise<Delivery> {
  const [delivery] = await listDeliveries(ctx);
  if (!delivery) throw new Error("No delivery.");
  return delivery;
}

async function eventsOf(ctx: TestContext, { id }: Delivery): Promise<string[]> {
  return (await listHistory(ctx.db, ctx.workspaceId, id)).map(({ type }) => type);
}
