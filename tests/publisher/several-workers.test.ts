import { hostname } from "node:os";

import pg from "pg";
import { expect, onTestFinished, test } from "vitest";

import { isPostgres } from "#lib/db/dialect";
import { openStore } from "#lib/db/open";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { systemClock } from "#lib/kernel/clock";
import type { Context, Runtime } from "#lib/kernel/context";
import { agreedClock } from "#lib/publisher/agreed-clock";
import { claimDue } from "#lib/publisher/claim-due";
import { findHostIdentity } from "#lib/publisher/host-identity";
import { publishDue } from "#lib/publisher/publish-due";
import { newRun } from "#lib/publisher/run";
import { startPublisher, type Publisher } from "#lib/publisher/start-publisher";
import { insertWorker } from "#lib/publisher/worker-repository";

import { aroundTransact } from "../support/around-transact.ts";
import { noon } from "../support/context.ts";
import { freshDatabase } from "../support/database.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";

test.runIf(isPostgres)(
  "three workers send everything once, though the database drops them in the middle, again and again",
  async () => {
    const { ctx, fake, url, accountIds } = await aBusyDatabase(4);
    fake.publishMs = 3;
    for (let n = 0; n < 10; n += 1) await haveScheduled(ctx, { accountIds, texts: [`Post ${n}`] });
    const workers = await Promise.all([1, 2, 3].map(() => haveWorker(ctx, url)));
    for (let n = 0; n < 8; n += 1) {
      await pause(60);
      await dropConnections(url);
    }
    await until(async () => (await inState(ctx, "published")) === 40, 60_000);
    expect(fake.accepted).toHaveLength(40);
    expect(new Set(fake.accepted.map(({ key }) => key)).size).toBe(40);
    for (const worker of workers) await worker.stop();
  },
  120_000,
);

test.runIf(isPostgres)(
  "after the database dropped the listener, a commit elsewhere still wakes",
  async () => {
    const { ctx, fake, url, accountIds } = await aBusyDatabase(1);
    const worker = await haveWorker(ctx, url);
    await dropConnections(url);
    await until(async () => {
      await haveScheduled(ctx, { accountIds }).catch(() => {});
      return fake.accepted.length > 0;
    }, 15_000);
    await worker.stop();
  },
);

test("what a worker of this machine held is taken up as soon as its process is gone", async () => {
  const { ctx, fake, accountIds } = await aBusyDatabase(1);
  const publisher = startPublisher(ctx);
  await publisher.started;
  // A process number that nobody has: it ran beside ours, and was killed with what it held.
  await ctx.transact((tx) =>
    insertWorker(tx, {
      id: "killed",
      host: hostname(),
      hostIdentity: findHostIdentity(),
      processId: 2 ** 22 + 1,
      startedAt: ctx.clock.now(),
      seenAt: ctx.clock.now(),
    }),
  );
  const killed = newRun(ctx, "killed");
  const { deliveries } = await haveScheduled(ctx, { accountIds });
  await claimDue(killed, 1);
  await until(async () => fake.accepted.length === 1, 15_000);
  expect(fake.accepted.map(({ key }) => key)).toEqual(deliveries.map(({ id }) => id));
  await publisher.stop();
});

test("a worker that looks like this one, in a container of the same name, keeps what it holds", async () => {
  const { ctx, fake, accountIds } = await aBusyDatabase(1);
  await haveScheduled(ctx, { accountIds });
  const [held] = await claimDue(newRun(ctx, `twin-1-${process.pid}`), 1);
  const publisher = startPublisher(ctx);
  await publisher.started;
  // Equal host names, and in a space of process ids of its own everybody is number one, or so.
  const twin = { host: hostname(), startedAt: ctx.clock.now(), seenAt: ctx.clock.now() };
  const places = [null, `${findHostIdentity()} of another container`];
  for (const [index, hostIdentity] of places.entries())
    for (const processId of [process.pid, 2 ** 22 + 1])
      await ctx.transact((tx) =>
        insertWorker(tx, { ...twin, id: `twin-${index}-${processId}`, processId, hostIdentity }),
      );
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(fake.accepted).toEqual([]);
  expect((await listDeliveries(ctx))[0]).toMatchObject({ state: "claimed", fence: held?.fence });
  await publisher.stop();
});

test("a database that fails while an outcome is kept is waited for: nothing is doubted, nothing sent twice", async () => {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork({ outcome: { kind: "listing" } });
  const { id } = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [id] });
  let failures = 0;
  const failing = aroundTransact(ctx, (transact) => async (work) => {
    if (fake.accepted.length === 1 && failures < 3) {
      failures += 1;
      throw new Error("The database system is shutting down.");
    }
    return transact(work);
  });
  await publishDue(failing, "worker");
  expect(failures).toBe(3);
  expect((await listDeliveries(ctx)).map(({ state }) => state)).toEqual(["published"]);
  expect(fake.calls).toMatchObject({ publish: 1, reconcile: 0 });
});

test("workers go by the clock of the database, where it has one", async () => {
  const log = { info() {}, warn() {}, error() {} };
  const ahead = new Date(noon.getTime() + 90_000);
  const clock = agreedClock({ clock: { now: () => noon }, serverTime: async () => ahead, log });
  expect(clock.now()).toEqual(noon);
  await clock.compare();
  expect(clock.now()).toEqual(ahead);
  const alone = agreedClock({ clock: { now: () => noon }, log });
  await alone.compare();
  expect(alone.now()).toEqual(noon);
});

test("an answer that took long makes nobody's clock go before", async () => {
  const log = { info() {}, warn() {}, error() {} };
  let ms = noon.getTime();
  const here = { now: () => new Date(ms) };
  const serverTime = async () => new Date((ms += 120));
  const clock = agreedClock({ clock: here, serverTime, log });
  await clock.compare();
  expect(clock.now()).toEqual(here.now());
});

test.runIf(isPostgres)("the server tells its time", async () => {
  const { ctx } = await aBusyDatabase(0);
  const there = await ctx.serverTime?.();
  expect(Math.abs((there?.getTime() ?? 0) - Date.now())).toBeLessThan(5_000);
});

/** A database of its own, on real time, that can be reached by several stores. */
async function aBusyDatabase(accounts: number) {
  const { url, drop } = await freshDatabase();
  const store = await openStore(url);
  onTestFinished(async () => {
    await store.close();
    await drop();
  });
  const ctx: Context = { ...(await haveWorkspace(store)), clock: systemClock };
  const fake = fakeNetwork();
  const accountIds: string[] = [];
  for (let n = 0; n < accounts; n += 1)
    accountIds.push((await haveAccount(ctx, { identifier: `account-${n}` })).id);
  return { ctx, fake, url, accountIds };
}

/** A worker with its own connections, as another process would have. */
async function haveWorker(ctx: Context, url: string): Promise<Publisher> {
  const store = await openStore(url);
  const runtime: Runtime = { ...ctx, ...store };
  const publisher = startPublisher(runtime);
  await publisher.started;
  onTestFinished(async () => {
    await publisher.stop();
    await store.close();
  });
  return publisher;
}

/** What a restart of the server does to its clients. */
async function dropConnections(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await client.end();
}

async function inState(ctx: Context, state: "published"): Promise<number> {
  const rows = await listDeliveries(ctx, { states: [state] }).catch(() => []);
  return rows.length;
}

async function until(isTrue: () => Promise<boolean>, ms: number): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error("It did not happen in time.");
    await pause(20);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
