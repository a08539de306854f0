import { setTimeout as sleep } from "node:timers/promises";

import { expect, onTestFinished, test } from "vitest";

import { startLoop, type LoopOptions } from "#lib/jobs/loop";

const rarely = { name: "Work", everyMs: 3_600_000 };

test("runs at once and then by the clock, never twice at a time", async () => {
  let [under, most, rounds] = [0, 0, 0];
  have({ name: "Work", everyMs: 5 }, async () => {
    most = Math.max(most, ++under);
    await sleep(10);
    under -= 1;
    rounds += 1;
  });
  await expect.poll(() => rounds).toBeGreaterThan(3);
  expect(most).toBe(1);
});

test("a burst of commits is one more round, also when it comes during a round", async () => {
  let rounds = 0;
  const { commit } = have({ ...rarely, afterCommitMs: 10 }, async () => {
    rounds += 1;
    await sleep(20);
  });
  for (const _ of [1, 2, 3]) commit();
  await expect.poll(() => rounds).toBe(2);
  await sleep(40);
  expect(rounds).toBe(2);
  for (const _ of [1, 2, 3]) commit();
  await expect.poll(() => rounds).toBe(3);
  await sleep(60);
  expect(rounds).toBe(3);
});

test("commits that never pause do not keep it from running", async () => {
  let rounds = 0;
  const { commit } = have({ ...rarely, afterCommitMs: 20 }, async () => void (rounds += 1));
  for (let turn = 0; turn < 40; turn += 1) {
    commit();
    await sleep(5);
  }
  expect(rounds).toBeGreaterThan(2);
});

test("what it says is next is waited for, but no longer than its own time", async () => {
  const at: number[] = [];
  const untilNextMs = async () => (at.length === 1 ? 5 : 3_600_000);
  have({ name: "Work", everyMs: 60, untilNextMs }, async () => void at.push(performance.now()));
  await expect.poll(() => at.length).toBeGreaterThanOrEqual(3);
  const [first = 0, second = 0, third = 0] = at;
  expect(second - first).toBeLessThan(50);
  expect(third - second).toBeGreaterThan(50);
});

test("a round that fails is tried again later, not at every commit, and goes on once it works", async () => {
  let [rounds, isBroken] = [0, true];
  const { commit, errors } = have({ name: "Work", everyMs: 1_000, afterCommitMs: 0 }, async () => {
    rounds += 1;
    if (isBroken) throw new Error("The database is away.");
  });
  for (let turn = 0; turn < 10; turn += 1) {
    commit();
    await sleep(2);
  }
  expect(rounds).toBe(1);
  expect(errors).toEqual(["Work failed; it is tried again."]);
  isBroken = false;
  await expect.poll(() => rounds).toBeGreaterThan(2);
  expect(errors).toHaveLength(1);
});

test("stopping waits for the round under way, tells it, and begins no other", async () => {
  const { promise: isDone, resolve } = Promise.withResolvers<void>();
  let [rounds, isStopped] = [0, false];
  const { loop } = have({ name: "Work", everyMs: 1 }, async (stopping) => {
    rounds += 1;
    stopping.addEventListener("abort", () => resolve());
    await isDone;
    isStopped = true;
  });
  await loop.stop();
  expect(isStopped).toBe(true);
  await sleep(20);
  expect(rounds).toBe(1);
});

test("stopping does not wait for what does not end", async () => {
  const { loop } = have(rarely, () => new Promise(() => {}));
  const began = performance.now();
  await loop.stop();
  expect(performance.now() - began).toBeLessThan(5_000);
});

function have(options: LoopOptions, work: (stopping: AbortSignal) => Promise<unknown>) {
  const listeners = new Set<() => void>();
  const errors: string[] = [];
  const runtime = {
    onCommit: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    log: { info() {}, warn() {}, error: (_: object, message: string) => void errors.push(message) },
  };
  const loop = startLoop(runtime, options, work);
  onTestFinished(() => loop.stop());
  return { loop, errors, commit: () => listeners.forEach((listener) => listener()) };
}
