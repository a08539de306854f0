import { expect, test } from "vitest";

import type { Tx } from "#lib/db/store";
import { record } from "#lib/events/record";
import type { Job } from "#lib/jobs/job";
import { listJobs } from "#lib/jobs/repository";
import { type JobWork, runJobs } from "#lib/jobs/run-jobs";

import { testContext, type TestContext } from "../support/context.ts";

test("every handler of an event does its work once, in the order of the events", async () => {
  const ctx = await testContext();
  await havePublished(ctx, "first");
  await havePublished(ctx, "second");
  const { seen, perform } = aWorker();
  expect(await work(ctx, perform)).toBe(6);
  expect(seen.map(({ handler }) => handler)).toEqual([...allHandlers, ...allHandlers]);
  expect(seen[0]?.eventId).not.toBe(seen[3]?.eventId);
  expect(await work(ctx, perform)).toBe(0);
  expect(await open(ctx)).toEqual([]);
});

test("an event that nothing is done after leaves no work, and one that was taken back none either", async () => {
  const ctx = await testContext();
  await ctx.transact((tx) => record(tx, ctx, "post.drafted", "post", {}));
  const failing = ctx.transact(async (tx) => {
    await record(tx, ctx, "post.deleted", "post", { text: "" });
    throw new Error("Rolled back.");
  });
  await expect(failing).rejects.toThrow("Rolled back.");
  expect(await open(ctx)).toEqual([]);
});

test("a handler that always fails is tried ever less often and ends; the others of its event are done", async () => {
  const ctx = await testContext();
  await havePublished(ctx);
  const { seen, perform } = aWorker(({ handler }) => {
    if (handler === "record-recognition") throw new Error(`"Mara" cannot be thanked.`);
  });
  expect(await work(ctx, perform)).toBe(2);
  const began = ctx.clock.now().getTime();
  const tries = () => seen.filter(({ handler }) => handler === "record-recognition").length;
  const at: number[] = [];
  for (let minute = 0; minute < 180; minute += 1) {
    const before = tries();
    ctx.clock.pass({ minutes: 1 });
    await work(ctx, perform);
    if (tries() > before) at.push((ctx.clock.now().getTime() - began) / 60_000);
  }
  expect(tries()).toBe(8);
  expect(at).toEqual([1, 2, 4, 8, 16, 32, 64]);
  expect(seen).toHaveLength(10);
  expect(await open(ctx)).toMatchObject([
    {
      handler: "record-recognition",
      attempts: 8,
      lastError: "… cannot be thanked.",
      nextTryAt: null,
    },
  ]);
  expect((await open(ctx))[0]?.diedAt).not.toBeNull();
});

test("a failure does not keep what came after it waiting", async () => {
  const ctx = await testContext();
  await havePublished(ctx, "broken");
  await havePublished(ctx, "well");
  const [broken] = await open(ctx);
  const { perform } = aWorker(({ eventId }) => {
    if (eventId === broken?.eventId) throw new Error("No.");
  });
  expect(await work(ctx, perform)).toBe(3);
  expect((await open(ctx)).map(({ eventId }) => eventId)).toEqual(
    Array.from({ length: 3 }, () => broken?.eventId),
  );
});

test("work whose process ends in the middle of it is taken up alone, and comes to an end, too", async () => {
  const ctx = await testContext();
  await havePublished(ctx);
  const { seen, perform } = aWorker();
  const together: number[] = [];
  for (let life = 0; life < 12; life += 1) {
    seen.length = 0;
    // It never comes back: as if the process had been killed.
    const killing = Promise.withResolvers<void>();
    void work(ctx, async (job) => {
      await perform(job);
      if (job.handler !== "record-recognition") return;
      killing.resolve();
      await new Promise(() => {});
    }).then(() => killing.resolve());
    await killing.promise;
    together.push(seen.length);
    ctx.clock.pass({ minutes: 2 });
  }
  expect(together.slice(0, 2)).toEqual([2, 2]);
  expect(together.at(-1)).toBe(0);
  expect(await open(ctx)).toMatchObject([{ handler: "record-recognition", attempts: 9 }]);
  expect((await open(ctx))[0]?.diedAt).not.toBeNull();
});

test("who lost the lease does not say what became of it", async () => {
  const ctx = await testContext();
  await ctx.transact((tx) => record(tx, ctx, "post.deleted", "post", { text: "" }));
  const { promise: paused, resolve: wake } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const slow = work(ctx, async () => {
    begin();
    await paused;
  });
  await begun;
  ctx.clock.pass({ minutes: 2 });
  const fail = () => Promise.reject(new Error("The other one failed."));
  expect(await work(ctx, fail)).toBe(0);
  wake();
  expect(await slow).toBe(0);
  expect(await open(ctx)).toMatchObject([{ attempts: 2, lastError: "The other one failed." }]);
});

test("two workers do everything once between them", async () => {
  const ctx = await testContext();
  for (let post = 0; post < 60; post += 1) await havePublished(ctx, `post-${post}`);
  const { seen, perform } = aWorker();
  const counts = await Promise.all([work(ctx, perform), work(ctx, perform)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(180);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(180);
});

test("who is asked to stop gives back what was not begun, at no cost to it", async () => {
  const ctx = await testContext();
  await havePublished(ctx);
  const stopping = new AbortController();
  expect(await work(ctx, async () => stopping.abort(), stopping.signal)).toBe(1);
  expect(await open(ctx)).toMatchObject([
    { attempts: 0, leaseUntil: null },
    { attempts: 0, leaseUntil: null },
  ]);
  expect(await work(ctx, async () => {})).toBe(2);
});

test("a clock that is set back keeps nothing waiting for longer than usual", async () => {
  const ctx = await testContext();
  await havePublished(ctx);
  const fail = () => Promise.reject(new Error("No."));
  await work(ctx, fail);
  ctx.clock.pass({ days: -2 });
  expect(await work(ctx, async () => {})).toBe(3);
});

test("what is given up is told once, in the transaction that gives it up", async () => {
  const ctx = await testContext();
  await ctx.transact((tx) => record(tx, ctx, "post.deleted", "post", { text: "" }));
  const fail = () => Promise.reject(new Error("No."));
  const told: string[] = [];
  const onDead = async (_: Tx, { handler }: Job) => {
    told.push(handler);
    if (told.length === 1) throw new Error("The disk is full.");
  };
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    await runJobs(ctx, { perform: fail, onDead });
    ctx.clock.pass({ minutes: 64 });
  }
  expect(told).toEqual(["reopen-shout-out", "reopen-shout-out"]);
  expect(await open(ctx)).toMatchObject([{ attempts: 8, diedAt: expect.any(Date) }]);
});

const allHandlers = ["collect-soon", "record-recognition", "settle-notifications"];

function havePublished(ctx: TestContext, id = "delivery") {
  return ctx.transact((tx) =>
    record(tx, ctx, "delivery.published", id, { postId: "post", accountId: "account", url: "" }),
  );
}

function work(ctx: TestContext, perform: JobWork["perform"], stopping?: AbortSignal) {
  return runJobs(ctx, { perform, onDead: async () => {} }, stopping);
}

/** Keeps what it was given; `fault` throws where it is to fail. */
function aWorker(fault: (job: Job) => void = () => {}) {
  const seen: Job[] = [];
  const perform = async (job: Job) => {
    seen.push(job);
    fault(job);
  };
  return { seen, perform };
}

async function open({ db, workspaceId }: TestContext): Promise<Job[]> {
  const both = [true, false].map((isDead) => listJobs(db, workspaceId, { isDead, limit: 500 }));
  return (await Promise.all(both)).flat();
}
