import { hostname } from "node:os";

import { expect, test } from "vitest";

import { isPostgres } from "#lib/db/dialect";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { insertDeliveries } from "#lib/deliveries/repository";
import { systemClock } from "#lib/kernel/clock";
import type { Context } from "#lib/kernel/context";
import { claimDue } from "#lib/publisher/claim-due";
import { findHostIdentity } from "#lib/publisher/host-identity";
import { newRun } from "#lib/publisher/run";
import { startPublisher } from "#lib/publisher/start-publisher";
import { isGone } from "#lib/publisher/worker";
import { insertWorker } from "#lib/publisher/worker-repository";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";

test("what is planned leaves at its instant, and what is asked for now at once", async () => {
  const { ctx, fake, accountId } = await aLiveWorkspace();
  const publisher = startPublisher(ctx);
  await haveScheduled(ctx, { accountIds: [accountId], texts: ["now"] });
  await until(() => fake.accepted.length === 1);

  // No poll comes sooner than five seconds after the last turn: only a timer of its own is this exact.
  const due = new Date(Date.now() + 1_000);
  const [first] = await listDeliveries(ctx);
  if (!first) throw new Error("No delivery.");
  const planned = {
    ...first,
    id: ctx.newId(),
    state: "scheduled" as const,
    remoteId: null,
    request: null,
    fence: 0,
    dueAt: due,
    plannedAt: due,
  };
  await ctx.transact((tx) => insertDeliveries(tx, [planned]));
  await until(() => fake.accepted.length === 2);
  const left = fake.accepted[1]?.at.getTime() ?? 0;
  expect(left).toBeGreaterThanOrEqual(due.getTime());
  expect(left - due.getTime()).toBeLessThan(3_000);
  await publisher.stop();
});

test("stopping waits for what has left and starts nothing new", async () => {
  const { ctx, fake, accountId } = await aLiveWorkspace();
  const answer = Promise.withResolvers<void>();
  fake.beforePublish = () => answer.promise;
  await haveScheduled(ctx, { accountIds: [accountId], texts: ["first"] });
  await haveScheduled(ctx, { accountIds: [accountId], texts: ["second"] });
  const publisher = startPublisher(ctx);
  await until(() => fake.calls.publish === 1);
  const stopped = publisher.stop();
  answer.resolve();
  await stopped;
  expect((await listDeliveries(ctx)).map(({ state }) => state).toSorted()).toEqual([
    "published",
    "scheduled",
  ]);
  expect(fake.accepted).toHaveLength(1);
});

test.skipIf(isPostgres)("a second worker on the same file is refused and named", async () => {
  const { ctx } = await aLiveWorkspace();
  const first = startPublisher(ctx);
  expect(await first.started).toMatchObject({ ok: true });
  const second = startPublisher(ctx);
  expect(await second.started).toMatchObject({
    ok: false,
    refusal: "another-worker",
    detail: { process: process.pid },
  });
  await second.stop();
  await first.stop();
  const third = startPublisher(ctx);
  expect(await third.started).toMatchObject({ ok: true });
  await third.stop();
});

test("after a crash the next start takes up at once what the dead one held", async () => {
  const { ctx, fake, accountId } = await aLiveWorkspace();
  await haveScheduled(ctx, { accountIds: [accountId] });
  // The row of a process that runs no more: no process has this number.
  await ctx.transact((tx) =>
    insertWorker(tx, {
      id: "dead",
      host: hostname(),
      processId: 2 ** 22 + 1,
      hostIdentity: findHostIdentity(),
      startedAt: ctx.clock.now(),
      seenAt: ctx.clock.now(),
    }),
  );
  await claimDue(newRun(ctx, "dead"), 1);
  const publisher = startPublisher(ctx);
  await until(() => fake.accepted.length === 1);
  await publisher.stop();
});

test.each([
  ["its process is not running", {}, true],
  ["its process runs", { isRunning: () => true }, false],
  ["it was of another place", { hostIdentity: "there" }, false],
  ["an earlier process had our number", { processId: 7 }, true],
  ["it is of this process", { processId: 7, own: new Set(["w"]) }, false],
  ["nobody can tell which place this is", { hostIdentity: null }, false],
])("a worker is known to be gone where %s: %o is %s", (_when, over, expected) => {
  const worker = { id: "w", processId: 7, hostIdentity: "here" };
  const here = {
    hostIdentity: "here",
    processId: 9,
    own: new Set<string>(),
    isRunning: () => false,
  };
  expect(isGone(worker, { ...here, ...over })).toBe(expected);
  expect(isGone({ ...worker, hostIdentity: null }, { ...here, ...over })).toBe(false);
});

test("a place has a name on every system, and not the host's alone", () => {
  const places = ["linux", "darwin", "win32"].map((platform) => findHostIdentity(platform));
  for (const place of places) expect(place).not.toBe(hostname());
  expect(findHostIdentity("linux")).toBe(places[0]);
});

async function aLiveWorkspace() {
  const ctx: Context = { ...(await haveWorkspace()), clock: systemClock };
  const fake = fakeNetwork();
  const { id } = await haveAccount(ctx);
  return { ctx, fake, accountId: id };
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error("It did not happen in time.");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
