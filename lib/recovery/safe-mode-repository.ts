import { and, count, desc, eq, inArray, lte, max, or } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { attempts, deliveries } from "../deliveries/schema.ts";
import { events } from "../events/schema.ts";
import { workers } from "../publisher/schema.ts";
import type { SafeMode } from "./safe-mode.ts";
import { safeModes } from "./schema.ts";

const inFlightOrDoubt = ["claimed", "sending", "unknown", "reconciling"] as const;
const unsettled = ["unknown", "reconciling", "needs_person"] as const;

export async function insertSafeMode(tx: Tx, safeMode: SafeMode): Promise<void> {
  await tx.insert(safeModes).values(safeMode);
}

export async function listSafeModes(db: Db): Promise<SafeMode[]> {
  return db.select().from(safeModes).orderBy(desc(safeModes.enteredAt)).limit(100);
}

/** Locks all deliveries that may be published already: those in flight, in doubt or due. */
export async function lockForgotten(tx: Tx, now: Date): Promise<Delivery[]> {
  return tx.forUpdate(
    tx
      .select()
      .from(deliveries)
      .where(
        or(
          inArray(deliveries.state, [...inFlightOrDoubt]),
          and(
            eq(deliveries.state, "scheduled"),
            or(lte(deliveries.plannedAt, now), lte(deliveries.dueAt, now)),
          ),
        ),
      ),
  );
}

/**
 * Returns the time of the last change or event. With `ofWorkers` also considers the workers' last
 * heartbeat, which is only valid if no worker has run since the restore.
 */
export async function findLastActivity(
  db: Db,
  { ofWorkers }: { ofWorkers: boolean },
): Promise<Date | undefined> {
  const [changed] = await db.select({ at: max(deliveries.updatedAt) }).from(deliveries);
  const [seen] = ofWorkers ? await db.select({ at: max(workers.seenAt) }).from(workers) : [];
  const [recorded] = await db.select({ at: max(events.at) }).from(events);
  const times = [changed?.at, seen?.at, recorded?.at].flatMap((at) => (at ? [at.getTime()] : []));
  return times.length > 0 ? new Date(Math.max(...times)) : undefined;
}

/** Counts, by state, the deliveries that a restore put in doubt and that are not settled yet. */
export async function countUnsettled(
  db: Db,
  workspaceId: string | undefined,
): Promise<ReadonlyMap<Delivery["state"], number>> {
  const rows = await db
    .select({ state: deliveries.state, count: count() })
    .from(deliveries)
    .where(
      and(
        workspaceId === undefined ? undefined : eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.recovery, "restored"),
        inArray(deliveries.state, [...unsettled]),
      ),
    )
    .groupBy(deliveries.state);
  return new Map(rows.map((row) => [row.state, row.count]));
}

export interface KnownIntent {
  /** Null if the delivery was removed after an attempt. */
  readonly fence: number | null;
  readonly intentAt: Date | null;
}

/**
 * Returns what the database knows of these deliveries, by id. Unknown deliveries are missing from the map.
 */
export async function listIntents(
  db: Db,
  deliveryIds: readonly string[],
): Promise<ReadonlyMap<string, KnownIntent>> {
  const ids = [...new Set(deliveryIds)];
  const tried = await db
    .selectDistinct({ id: attempts.deliveryId })
    .from(attempts)
    .where(inArray(attempts.deliveryId, ids));
  const { id, fence, intentAt } = deliveries;
  const rows = await db.select({ id, fence, intentAt }).from(deliveries).where(inArray(id, ids));
  return new Map([
    ...tried.map((row): [string, KnownIntent] => [row.id, { fence: null, intentAt: null }]),
    ...rows.map((row): [string, KnownIntent] => [row.id, row]),
  ]);
}
