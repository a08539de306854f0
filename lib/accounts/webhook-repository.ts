import { and, eq, inArray, like, sql } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { networkMemory, webhookLines, accounts } from "./schema.ts";

export type WebhookLine = typeof webhookLines.$inferSelect;

export async function findWebhookLine(db: Db, family: string): Promise<WebhookLine | undefined> {
  const [line] = await db.select().from(webhookLines).where(eq(webhookLines.family, family));
  return line;
}

/** Adds to the counts of a family's address and updates its times. */
export async function saveWebhookLine(
  tx: Tx,
  line: Pick<WebhookLine, "id" | "family"> & Partial<WebhookLine>,
): Promise<void> {
  const { id, family, arrived = 0, ignored = 0, ...times } = line;
  const none = { verifiedAt: null, arrivedAt: null, lastIgnored: null, refusedAt: null };
  await tx
    .insert(webhookLines)
    .values({ ...none, ...times, id, family, arrived, ignored })
    .onConflictDoUpdate({
      target: webhookLines.family,
      set: {
        ...times,
        arrived: sql`${webhookLines.arrived} + ${arrived}`,
        ignored: sql`${webhookLines.ignored} + ${ignored}`,
      },
    });
}

/** Lists sealed values of these networks whose keys have the prefix, at most 500. */
export async function listMemory(db: Db, networks: readonly string[], prefix: string) {
  return db
    .select({
      network: networkMemory.network,
      key: networkMemory.key,
      sealed: networkMemory.sealed,
    })
    .from(networkMemory)
    .where(
      and(inArray(networkMemory.network, [...networks]), like(networkMemory.key, `${prefix}%`)),
    )
    .limit(mostSecrets);
}

const mostSecrets = 500;

/** Lists the active accounts of these networks, in all workspaces. */
export async function listReachable(db: Db, networks: readonly string[]) {
  const { id, network, remoteId, nextCollectAt, lastCollectedAt } = accounts;
  return db
    .select({ id, network, remoteId, nextCollectAt, lastCollectedAt })
    .from(accounts)
    .where(and(inArray(network, [...networks]), eq(accounts.state, "active")));
}

export async function noteReported(
  tx: Tx,
  accountIds: readonly string[],
  change: { readonly lastReportedAt: Date; readonly nextCollectAt?: Date },
): Promise<void> {
  if (accountIds.length === 0) return;
  await tx
    .update(accounts)
    .set(change)
    .where(inArray(accounts.id, [...accountIds]));
}
