import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { uuidv7 } from "uuidv7";

import { isPostgres } from "#lib/db/dialect";
import { migrateDatabase } from "#lib/db/migrate";
import { openStore } from "#lib/db/open";
import type { Store } from "#lib/db/store";
import { startPublisher } from "#lib/publisher/start-publisher";

import { aWorkspace } from "./a-workspace.ts";
import { connectMockAccounts, mockNetwork } from "./mock-network.ts";
import { planDeliveries } from "./plan-deliveries.ts";
import { quantile } from "./quantile.ts";

const posts = 1_000;
const accountCount = 20;
const overMs = 60_000;
const answerMs = 200;

/** 1,000 posts due in one minute on 20 accounts of a network that takes 200 ms to answer: when each request began, against its due time, and how the slowest account fared. */
export async function bench(): Promise<object[]> {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-bench-"));
  const url = isPostgres ? (process.env["DATABASE_URL"] ?? "") : join(folder, "bench.db");
  await migrateDatabase(url);
  const store = await openStore(url);
  try {
    return [await measure(store)];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(store: Store): Promise<object> {
  const begun = new Map<string, number>();
  const network = mockNetwork(store, async (id) => {
    begun.set(id, Date.now());
    await sleep(answerMs);
  });
  const ctx = await aWorkspace(store, [network]);
  const accounts = await connectMockAccounts(ctx, accountCount);
  const firstDue = Date.now() + 3_000;
  const planned = Array.from({ length: posts }, (_nothing, index) => index).flatMap((index) => {
    const account = accounts[index % accountCount];
    const dueAt = new Date(firstDue + (overMs * index) / posts);
    return account ? [{ id: uuidv7(), dueAt, account }] : [];
  });
  await planDeliveries(ctx, planned);
  const publisher = startPublisher(ctx);
  await publisher.started;
  for (const end = firstDue + 2 * overMs; begun.size < posts && Date.now() < end;) await sleep(250);
  await publisher.stop();

  const late = planned.map(({ id, dueAt, account }) => ({
    accountId: account.id,
    ms: (begun.get(id) ?? Number.POSITIVE_INFINITY) - dueAt.getTime(),
  }));
  const medians = accounts.map(({ id }) =>
    quantile(
      late.filter(({ accountId }) => accountId === id).map(({ ms }) => ms),
      0.5,
    ),
  );
  const all = late.map(({ ms }) => ms);
  return {
    engine: isPostgres ? "postgres" : "sqlite",
    posts,
    accounts: accountCount,
    "start p50 ms": quantile(all, 0.5),
    "start p99 ms": quantile(all, 0.99),
    "start max ms": quantile(all, 1),
    "best account p50 ms": Math.min(...medians),
    "worst account p50 ms": Math.max(...medians),
    "never begun": posts - begun.size,
  };
}
