import { existsSync, readFileSync } from "node:fs";

import { inArray } from "drizzle-orm";

import type { Account } from "#lib/accounts/account";
import { migrateDatabase } from "#lib/db/migrate";
import { openStore } from "#lib/db/open";
import { deliveries } from "#lib/deliveries/schema";
import { startPublisher, type Publisher } from "#lib/publisher/start-publisher";

import { aWorkspace } from "../a-workspace.ts";
import { connectMockAccounts, mockNetwork } from "../mock-network.ts";
import { planDeliveries } from "../plan-deliveries.ts";
import type { OpenQueue, Queue } from "./queue.ts";

const mostAccounts = 1_000;
const unfinished = ["scheduled", "claimed", "sending", "unknown", "reconciling"] as const;

/**
 * The publisher as the product runs it, on a network that answers at once: claim, durable intent,
 * call, outcome, history and event of every post, one in flight on each of a thousand accounts.
 */
export const openQueue: OpenQueue = async (url) => {
  await migrateDatabase(url);
  const store = await openStore(url);
  let started: Parameters<Queue["work"]>[0] = () => {};
  const network = mockNetwork(store, (id) => started(id), hasAccepted);
  const ctx = await aWorkspace(store, [network]);
  let accounts: Account[] = [];
  let publisher: Publisher | undefined;
  return {
    async prepare(jobs) {
      accounts = await connectMockAccounts(ctx, Math.min(mostAccounts, jobs));
    },
    async schedule(jobs) {
      const planned = jobs.flatMap((job, index) => {
        const account = accounts[index % accounts.length];
        return account ? [{ ...job, account }] : [];
      });
      await planDeliveries(ctx, planned);
    },
    async work(tell) {
      started = tell;
      publisher = startPublisher(ctx);
      await publisher.started;
    },
    remaining: () => ctx.db.$count(deliveries, inArray(deliveries.state, [...unfinished])),
    async stop() {
      await publisher?.stop();
      await store.close();
    },
  };
};

/** The network's memory outlives the worker: a file with the id of everything that arrived. */
function hasAccepted(id: string): boolean {
  const file = process.env["BENCH_ACCEPTED"];
  return file !== undefined && existsSync(file) && readFileSync(file, "utf8").includes(id);
}
