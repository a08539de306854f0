import { migrateDatabase } from "#lib/db/migrate";
import { openStore } from "#lib/db/open";
import { addNetwork } from "#lib/networks/registry";
import { listDeliveries } from "#lib/publishing/list-deliveries";
import { startPublisher, type Publisher } from "#lib/publishing/start-publisher";

import { aWorkspace } from "../a-workspace.ts";
import { connectMockAccounts, mockNetwork } from "../mock-network.ts";
import { planDeliveries } from "../plan-deliveries.ts";
import type { OpenQueue } from "./queue.ts";

const accountCount = 1_000;
const unfinished = ["scheduled", "claimed", "sending", "unknown", "reconciling"] as const;

/**
 * The publisher as the product runs it, on a network that answers at once: claim, durable intent,
 * call, outcome, history and event of every post, one in flight on each of a thousand accounts.
 */
export const openQueue: OpenQueue = async (url) => {
  await migrateDatabase(url);
  const store = await openStore(url);
  const ctx = await aWorkspace(store);
  let started: (id: string) => void = () => {};
  addNetwork(mockNetwork((id) => started(id)));
  const accounts = await connectMockAccounts(ctx, accountCount);
  let publisher: Publisher | undefined;
  return {
    schedule: (jobs) =>
      planDeliveries(
        ctx,
        jobs.flatMap((job, index) => {
          const account = accounts[index % accounts.length];
          return account ? [{ ...job, account }] : [];
        }),
      ),
    async work(tell) {
      started = tell;
      publisher = startPublisher(ctx);
      await publisher.started;
    },
    remaining: async () =>
      (await listDeliveries(ctx, { states: [...unfinished], limit: 1 })).length,
    async stop() {
      await publisher?.stop();
      await store.close();
    },
  };
};
