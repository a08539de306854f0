import { expect, test } from "vitest";

import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { unschedulePost } from "#lib/deliveries/unschedule-post";
import { systemClock } from "#lib/kernel/clock";
import type { Context } from "#lib/kernel/context";
import { claimDue } from "#lib/publisher/claim-due";
import { prefetchSoon } from "#lib/publisher/prefetch";
import { prefetchedRequestFor } from "#lib/publisher/prefetched-request";
import { newRun } from "#lib/publisher/run";
import { startPublisher } from "#lib/publisher/start-publisher";
import { stopSending } from "#lib/publisher/stop-sending";

import { aroundTransact } from "../support/around-transact.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";
import { setDelivery } from "../support/set-delivery.ts";

test("what is due soon is made ready, and claimed at its instant as about to leave", async () => {
  const { ctx, run, fake, due } = await aPostDueSoon();
  await prepared(run);
  expect(fake.preparations).toMatchObject([{ createdAt: due }]);
  expect(await claimDue(run, 10)).toEqual([]);
  expect(await listDeliveries(ctx)).toMatchObject([{ state: "scheduled", request: null }]);

  ctx.clock.pass({ seconds: 1 });
  const [claimed] = await claimDue(run, 10);
  expect(claimed).toMatchObject({ state: "sending", fence: 1, attempts: 1 });
  expect(await listDeliveries(ctx)).toMatchObject([
    { state: "sending", fence: 1, request: claimed?.request, intentAt: ctx.clock.now() },
  ]);
});

test("what was taken back or stopped after it was made ready stays", async () => {
  const { ctx, run } = await aPostDueSoon();
  await prepared(run);
  await stopSending(ctx, { scope: "workspace" });
  ctx.clock.pass({ seconds: 1 });
  expect(await claimDue(run, 10)).toEqual([]);

  const other = await aPostDueSoon();
  await prepared(other.run);
  await unschedulePost(other.ctx, { postId: other.postId });
  other.ctx.clock.pass({ seconds: 1 });
  expect(await claimDue(other.run, 10)).toEqual([]);
});

test("other words, another time and an old preparation are made ready anew", async () => {
  const { ctx, run, due } = await aPostDueSoon();
  await prepared(run);
  ctx.clock.pass({ seconds: 1 });
  const [delivery] = await listDeliveries(ctx);
  const [ahead] = run.prefetched.values();
  if (!delivery || !ahead) throw new Error("Nothing was made ready.");
  const claimed = { ...delivery, state: "claimed" as const };
  const now = ctx.clock.now();
  expect(prefetchedRequestFor(claimed, ahead, now)).toBe(ahead.request);
  const laterOn = new Date(due.getTime() + 60_000);
  for (const other of [
    { bodyHash: "other words" },
    { plannedAt: laterOn },
    { id: "another" },
    { request: { text: "what left before" } },
  ])
    expect(prefetchedRequestFor({ ...claimed, ...other }, ahead, now)).toBeUndefined();
  expect(prefetchedRequestFor(claimed, ahead, laterOn)).toBeUndefined();
});

test("between the instant and the request lies one commit", async () => {
  const ctx: Context = { ...(await haveWorkspace()), clock: systemClock };
  const fake = fakeNetwork();
  const { id } = await haveAccount(ctx);
  const { postId } = await haveScheduled(ctx, { accountIds: [id] });
  const [delivery] = await listDeliveries(ctx);
  const due = new Date(Date.now() + 1_500);
  await ctx.transact((tx) => setDelivery(tx, delivery?.id ?? "", { dueAt: due, plannedAt: due }));
  let commits = 0;
  const counting = aroundTransact(ctx, (transact) => (work) => {
    if (Date.now() >= due.getTime() && fake.calls.publish === 0) commits += 1;
    return transact(work);
  });
  const publisher = startPublisher(counting);
  await until(() => fake.accepted.length === 1);
  await publisher.stop();
  expect(commits).toBe(1);
  expect(fake.accepted[0]?.at.getTime()).toBeGreaterThanOrEqual(due.getTime());
  expect(await listDeliveries(ctx)).toMatchObject([{ postId, state: "published" }]);
});

async function aPostDueSoon() {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  const { id } = await haveAccount(ctx);
  const { postId } = await haveScheduled(ctx, { accountIds: [id] });
  const [delivery] = await listDeliveries(ctx);
  const due = new Date(ctx.clock.now().getTime() + 500);
  await ctx.transact((tx) => setDelivery(tx, delivery?.id ?? "", { dueAt: due, plannedAt: due }));
  return { ctx, fake, postId, due, run: newRun(ctx, "worker") };
}

async function prepared(run: ReturnType<typeof newRun>): Promise<void> {
  prefetchSoon(run);
  await until(() => [...run.prefetched.values()].some(({ request }) => request));
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error("It did not happen in twenty seconds.");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
