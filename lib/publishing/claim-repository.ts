import {
  aliasedTable,
  and,
  asc,
  eq,
  exists,
  gt,
  inArray,
  isNull,
  lt,
  lte,
  min,
  notExists,
  notInArray,
  or,
  sql,
} from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import { locked, unclaimed } from "../db/locking.ts";
import type { Db } from "../db/store.ts";
import { workspaces } from "../workspaces/schema.ts";
import type { WorkspaceSettings } from "../workspaces/workspace.ts";
import type { Delivery } from "./delivery.ts";
import { deliveries } from "./schema.ts";

const waitingStates = ["scheduled", "unknown"] as const;
const flyingStates = ["claimed", "sending", "reconciling"] as const;

/**
 * Accounts that may send now and have something due, locked. The account and not the delivery is
 * what a worker locks, so that no two deliveries of one account are ever in flight.
 */
export async function lockReadyAccounts(
  tx: Db,
  now: Date,
  { limit, accountId }: { limit: number; accountId?: string },
): Promise<string[]> {
  const one = accountId === undefined ? undefined : eq(accounts.id, accountId);
  const rows = await unclaimed(
    tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(one, isReady(tx, now)))
      .limit(limit),
  );
  return rows.map((row) => row.id);
}

export async function hasReadyAccount(db: Db, now: Date): Promise<boolean> {
  const rows = await db.select({ id: accounts.id }).from(accounts).where(isReady(db, now)).limit(1);
  return rows.length > 0;
}

/** The next due delivery of each of these accounts. Asked anew under the lock: what was true before it may not be any more. */
export async function listNextDeliveries(
  tx: Db,
  accountIds: readonly string[],
  now: Date,
): Promise<Delivery[]> {
  if (accountIds.length === 0) return [];
  const candidate = aliasedTable(deliveries, "candidate");
  const next = tx
    .select({ id: candidate.id })
    .from(candidate)
    .where(and(eq(candidate.accountId, accounts.id), isDue(tx, candidate, now)))
    .orderBy(asc(candidate.dueAt), asc(candidate.plannedAt), asc(candidate.id))
    .limit(1);
  const rows = await tx
    .select({ delivery: deliveries })
    .from(accounts)
    .innerJoin(deliveries, eq(deliveries.id, sql`(${next})`))
    .where(and(inArray(accounts.id, [...accountIds]), isReady(tx, now)));
  return rows.map((row) => row.delivery);
}

/** When something may become possible again, though nothing is committed: a due time, the end of a hold, of a lease. */
export async function findNextInstant(db: Db, now: Date): Promise<Date | undefined> {
  const [due] = await db
    .select({ at: min(deliveries.dueAt) })
    .from(deliveries)
    .where(and(inArray(deliveries.state, [...waitingStates]), gt(deliveries.dueAt, now)));
  const [hold] = await db
    .select({ at: min(accounts.heldUntil) })
    .from(accounts)
    .where(and(eq(accounts.state, "active"), gt(accounts.heldUntil, now)));
  const [lease] = await db
    .select({ at: min(deliveries.leaseUntil) })
    .from(deliveries)
    .where(and(inArray(deliveries.state, [...flyingStates]), gt(deliveries.leaseUntil, now)));
  const times = [due?.at, hold?.at, lease?.at].flatMap((at) => (at ? [at.getTime()] : []));
  return times.length > 0 ? new Date(Math.min(...times)) : undefined;
}

/** In flight, and whoever holds them has run out of time or is known to be gone. */
export async function lockLost(tx: Db, now: Date, gone: readonly string[]): Promise<Delivery[]> {
  return unclaimed(tx.select().from(deliveries).where(isLost(now, gone)).limit(500));
}

export async function hasLost(db: Db, now: Date): Promise<boolean> {
  const rows = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(isLost(now, []))
    .limit(1);
  return rows.length > 0;
}

/** Scheduled or doubted on an account whose sign-in is gone for good. */
export async function listOrphans(db: Db): Promise<Delivery[]> {
  const rows = await db
    .select({ delivery: deliveries })
    .from(accounts)
    .innerJoin(deliveries, eq(deliveries.accountId, accounts.id))
    .where(and(eq(accounts.state, "disconnected"), inArray(deliveries.state, [...waitingStates])))
    .limit(500);
  return rows.map((row) => row.delivery);
}

export async function lockWaiting(tx: Db, id: string): Promise<Delivery | undefined> {
  const [row] = await locked(
    tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.id, id), inArray(deliveries.state, [...waitingStates]))),
  );
  return row;
}

export async function listSettings(
  db: Db,
  workspaceIds: readonly string[],
): Promise<Map<string, WorkspaceSettings>> {
  if (workspaceIds.length === 0) return new Map();
  const rows = await db
    .select({ id: workspaces.id, settings: workspaces.settings })
    .from(workspaces)
    .where(inArray(workspaces.id, [...workspaceIds]));
  return new Map(rows.map((row) => [row.id, row.settings]));
}

function isReady(db: Db, now: Date) {
  const due = db
    .select({ one: sql`1` })
    .from(deliveries)
    .where(and(eq(deliveries.accountId, accounts.id), isDue(db, deliveries, now)));
  const flying = aliasedTable(deliveries, "flying");
  const inFlight = db
    .select({ one: sql`1` })
    .from(flying)
    .where(and(eq(flying.accountId, accounts.id), inArray(flying.state, [...flyingStates])));
  return and(
    eq(accounts.state, "active"),
    or(isNull(accounts.heldUntil), lte(accounts.heldUntil, now)),
    exists(due),
    notExists(inFlight),
  );
}

/** Parts of a thread in order: a part waits for all before it to be there. */
function isDue(db: Db, delivery: typeof deliveries, now: Date) {
  const before = aliasedTable(deliveries, "before");
  const missing = db
    .select({ one: sql`1` })
    .from(before)
    .where(
      and(
        eq(before.postId, delivery.postId),
        eq(before.accountId, delivery.accountId),
        lt(before.part, delivery.part),
        notInArray(before.state, ["published", "cancelled"]),
      ),
    );
  return and(
    inArray(delivery.state, [...waitingStates]),
    lte(delivery.dueAt, now),
    or(eq(delivery.part, 1), notExists(missing)),
  );
}

function isLost(now: Date, gone: readonly string[]) {
  const isOver = lte(deliveries.leaseUntil, now);
  return and(
    inArray(deliveries.state, [...flyingStates]),
    gone.length > 0 ? or(isOver, inArray(deliveries.leaseOwner, [...gone])) : isOver,
  );
}
