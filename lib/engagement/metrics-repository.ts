import { and, desc, eq, gte, inArray, isNotNull, isNull, max, or } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { deliveries } from "../deliveries/schema.ts";
import type { Json } from "../networks/contract/remote.ts";
import type { CollectedAccount } from "./collection-repository.ts";
import { metrics } from "./schema.ts";
import type { Metric } from "./touchpoint.ts";

export interface MeasuredDelivery {
  readonly id: string;
  readonly remoteId: string | null;
  readonly reference: Json | null;
  readonly url: string | null;
  readonly publishedAt: Date | null;
  readonly measuredAt: Date | null;
}

/**
 * Returns what the account published since then, newest first and at most 200, with the time of the last
 * count.
 */
export async function listPublished(
  db: Db,
  { workspaceId, id: accountId }: Pick<CollectedAccount, "workspaceId" | "id">,
  since: Date,
): Promise<MeasuredDelivery[]> {
  return db
    .select({
      id: deliveries.id,
      remoteId: deliveries.remoteId,
      reference: deliveries.reference,
      url: deliveries.url,
      publishedAt: deliveries.publishedAt,
      measuredAt: max(metrics.at),
    })
    .from(deliveries)
    .leftJoin(metrics, eq(metrics.deliveryId, deliveries.id))
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.accountId, accountId),
        eq(deliveries.state, "published"),
        isNotNull(deliveries.remoteId),
        isNull(deliveries.removedAt),
        gte(deliveries.publishedAt, since),
      ),
    )
    .groupBy(
      deliveries.id,
      deliveries.remoteId,
      deliveries.reference,
      deliveries.url,
      deliveries.publishedAt,
    )
    .orderBy(desc(deliveries.publishedAt))
    .limit(200);
}

export async function insertMetrics(tx: Tx, rows: readonly Metric[]): Promise<void> {
  if (rows.length > 0) await tx.insert(metrics).values([...rows]);
}

/** Returns the latest count of each of these deliveries. */
export async function listLatest(
  db: Db,
  workspaceId: string,
  deliveryIds: readonly string[],
): Promise<Metric[]> {
  if (deliveryIds.length === 0) return [];
  const isWanted = and(
    eq(metrics.workspaceId, workspaceId),
    inArray(metrics.deliveryId, [...deliveryIds]),
  );
  const last = await db
    .select({ deliveryId: metrics.deliveryId, at: max(metrics.at) })
    .from(metrics)
    .where(isWanted)
    .groupBy(metrics.deliveryId);
  const isLast = last.flatMap(({ deliveryId, at }) =>
    at ? [and(eq(metrics.deliveryId, deliveryId), eq(metrics.at, at))] : [],
  );
  return db
    .select()
    .from(metrics)
    .where(and(isWanted, or(...isLast)));
}
