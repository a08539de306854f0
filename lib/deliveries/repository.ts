import { and, asc, count, desc, eq, gt, gte, inArray, lt, ne, type SQL } from "drizzle-orm";

import { bulkInsert } from "../db/bulk-write.ts";
import { bulkPlaceholder, encodeRows } from "../db/bulk.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db, Tx } from "../db/store.ts";
import { batchesOf } from "../kernel/batches.ts";
import { NotFound } from "../kernel/errors.ts";
import type { Delivery, DeliveryState } from "./delivery.ts";
import { deliveries } from "./schema.ts";

const rowsPerInsert = 50;
const idsPerQuery = 500;

export async function findDelivery(db: Db, workspaceId: string, id: string): Promise<Delivery> {
  const [row] = await db.select().from(deliveries).where(mine(workspaceId, id));
  if (!row) throw missing(id);
  return row;
}

/** Locks and returns a delivery until the transaction ends. */
export async function lockDelivery(tx: Tx, workspaceId: string, id: string): Promise<Delivery> {
  const [row] = await tx.forUpdate(tx.select().from(deliveries).where(mine(workspaceId, id)));
  if (!row) throw missing(id);
  return row;
}

/** Locks and returns all deliveries of a post until the transaction ends, parts in order. */
export async function lockOfPost(tx: Tx, workspaceId: string, postId: string): Promise<Delivery[]> {
  return tx.forUpdate(
    tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.postId, postId)))
      .orderBy(asc(deliveries.id)),
  );
}

/** Like `lockOfPost` for many posts. */
export async function lockOfPosts(
  tx: Tx,
  workspaceId: string,
  postIds: readonly string[],
): Promise<Delivery[]> {
  const found: Delivery[] = [];
  for (const ids of batchesOf(postIds, idsPerQuery)) {
    const those = and(eq(deliveries.workspaceId, workspaceId), inArray(deliveries.postId, ids));
    found.push(
      ...(await tx.forUpdate(
        tx.select().from(deliveries).where(those).orderBy(asc(deliveries.id)),
      )),
    );
  }
  return found;
}

/** Returns the parts of the delivery's thread before or after it, in order, without cancelled ones. */
export async function listThread(
  db: Db,
  { workspaceId, postId, accountId, part }: Delivery,
  side: "before" | "after",
): Promise<Delivery[]> {
  const beyond = side === "before" ? lt(deliveries.part, part) : gt(deliveries.part, part);
  return db
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.postId, postId),
        eq(deliveries.accountId, accountId),
        ne(deliveries.state, "cancelled"),
        beyond,
      ),
    )
    .orderBy(asc(deliveries.part));
}

export interface DeliveryFilter {
  readonly postIds?: readonly string[];
  readonly accountId?: string;
  readonly states?: readonly DeliveryState[];
  /** Range of the planned time: `from` inclusive, `until` exclusive. */
  readonly from?: Date;
  readonly until?: Date;
  readonly oldestFirst?: boolean;
  readonly limit: number;
  readonly offset?: number;
}

/** Returns deliveries, latest planned first unless `oldestFirst`; the parts of one post in order. */
export async function listOf(
  db: Db,
  workspaceId: string,
  { postIds, accountId, states, from, until, oldestFirst, limit, offset = 0 }: DeliveryFilter,
): Promise<Delivery[]> {
  return db
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        postIds && inArray(deliveries.postId, [...postIds]),
        accountId ? eq(deliveries.accountId, accountId) : undefined,
        states && inArray(deliveries.state, [...states]),
        from && gte(deliveries.plannedAt, from),
        until && lt(deliveries.plannedAt, until),
      ),
    )
    .orderBy((oldestFirst ? asc : desc)(deliveries.plannedAt), asc(deliveries.id))
    .limit(limit)
    .offset(offset);
}

export async function countInStates(
  db: Db,
  workspaceId: string,
  states: readonly DeliveryState[],
): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(deliveries)
    .where(and(eq(deliveries.workspaceId, workspaceId), inArray(deliveries.state, [...states])));
  return row?.count ?? 0;
}

/** Returns the number of scheduled deliveries by account id. */
export async function countWaiting(db: Db, workspaceId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ accountId: deliveries.accountId, count: count() })
    .from(deliveries)
    .where(and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.state, "scheduled")))
    .groupBy(deliveries.accountId);
  return new Map(rows.map((row) => [row.accountId, row.count]));
}

export async function insertDeliveries(tx: Tx, rows: readonly Delivery[]): Promise<void> {
  for (const batch of batchesOf(rows, rowsPerInsert)) await tx.insert(deliveries).values(batch);
}

/** Like `insertDeliveries` for thousands of rows. */
export const insertManyDeliveries = bulkInsert(deliveries);

/**
 * The columns that show whether a delivery is still as the writer read it. They include the planned time,
 * because a person may move a delivery until it is claimed.
 */
export type LastSeen = Pick<Delivery, "id" | "fence" | "state" | "plannedAt">;

/**
 * Updates the same columns of many deliveries in one statement. Skips deliveries that were claimed, settled
 * or moved since they were read. Returns the ids of the updated ones. Only `applyEvents` may call it.
 */
export async function updateManyIfOwned(
  tx: Tx,
  columns: readonly (keyof Delivery)[],
  changes: readonly { readonly before: LastSeen; readonly after: Partial<Delivery> }[],
): Promise<ReadonlySet<string>> {
  if (changes.length === 0) return new Set();
  // Sorted, because every other order would be a statement of its own.
  const names = columns.toSorted();
  const rows = changes.map(({ before, after }) => ({
    ...before,
    ...Object.fromEntries(names.map((name) => [`new_${name}`, after[name]])),
  }));
  const changed = await changeOf(names)(tx).execute({
    seen: encodeRows(ownedColumns(names), rows),
  });
  return new Set(changed.map((row) => row.id));
}

/** Prepares one statement for each set of columns; the engine uses only a few sets. */
function changeOf(names: readonly (keyof Delivery)[]) {
  const key = names.join();
  const name = `change_deliveries_${changesOf.size}`;
  const known =
    changesOf.get(key) ?? cachedStatement((tx: Tx) => ownedChange(tx, names).prepare(name));
  changesOf.set(key, known);
  return known;
}

const changesOf = new Map<
  string,
  (tx: Tx) => ReturnType<ReturnType<typeof ownedChange>["prepare"]>
>();

function ownedChange(tx: Tx, names: readonly (keyof Delivery)[]) {
  const { table, column: seen } = bulkPlaceholder("seen", ownedColumns(names));
  const given: Readonly<Record<string, SQL>> = seen;
  return tx
    .update(deliveries)
    .set(Object.fromEntries(names.map((name) => [name, given[`new_${name}`]])))
    .from(table)
    .where(
      and(
        eq(deliveries.id, seen.id),
        eq(deliveries.fence, seen.fence),
        eq(deliveries.state, seen.state),
        eq(deliveries.plannedAt, seen.plannedAt),
      ),
    )
    .returning({ id: deliveries.id });
}

function ownedColumns(names: readonly (keyof Delivery)[]) {
  const { id, fence, state, plannedAt } = deliveries;
  const columns = Object.fromEntries(names.map((name) => [`new_${name}`, deliveries[name]]));
  return { id, fence, state, plannedAt, ...columns };
}

/**
 * Updates the columns of all deliveries planned for later, in every workspace. Uses one statement because it
 * may be most of the calendar.
 */
export async function updatePlannedLater(
  tx: Tx,
  now: Date,
  columns: Partial<Delivery>,
): Promise<void> {
  await tx
    .update(deliveries)
    .set(columns)
    .where(
      and(
        eq(deliveries.state, "scheduled"),
        gt(deliveries.plannedAt, now),
        gt(deliveries.dueAt, now),
      ),
    );
}

export async function deleteDeliveries(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .delete(deliveries)
    .where(and(eq(deliveries.workspaceId, workspaceId), inArray(deliveries.id, [...ids])));
}

function mine(workspaceId: string, id: string) {
  return and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.id, id));
}

function missing(id: string): NotFound {
  return new NotFound("delivery", id);
}
