import { and, eq, inArray, lte, notInArray, or } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import type { Db, Tx } from "../db/store.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { deliveries } from "../deliveries/schema.ts";
import { isLeaseFree } from "../jobs/lease.ts";
import { inFlightStates } from "./readiness-repository.ts";

const waitingStates = ["scheduled", "unknown"] as const;
const rowsPerRound = 500;

export interface LostDelivery {
  /** Workers that certainly no longer run. */
  readonly gone: readonly string[];
  /**
   * Deliveries that this worker claimed without knowing it, because the connection was lost after the commit.
   */
  readonly forgotten: readonly string[];
}

/** Returns the worker's deliveries in flight that have not changed since `before`. */
export async function listClaimedBy(db: Db, workerId: string, before: Date): Promise<string[]> {
  const rows = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        inArray(deliveries.state, [...inFlightStates]),
        eq(deliveries.leaseOwner, workerId),
        lte(deliveries.updatedAt, before),
      ),
    );
  return rows.map((row) => row.id);
}

/** Locks deliveries in flight whose lease has ended, whose worker is gone or whose claim was forgotten. */
export async function lockLost(tx: Tx, now: Date, lost: LostDelivery): Promise<Delivery[]> {
  return tx.skipLocked(tx.select().from(deliveries).where(isLost(now, lost)).limit(rowsPerRound));
}

export async function hasLost(db: Db, now: Date, lost: LostDelivery): Promise<boolean> {
  const rows = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(isLost(now, lost))
    .limit(1);
  return rows.length > 0;
}

/** Returns scheduled deliveries and those in doubt of disconnected accounts. */
export async function listOrphans(db: Db): Promise<Delivery[]> {
  const rows = await db
    .select({ delivery: deliveries })
    .from(accounts)
    .innerJoin(deliveries, eq(deliveries.accountId, accounts.id))
    .where(and(eq(accounts.state, "disconnected"), inArray(deliveries.state, [...waitingStates])))
    .limit(rowsPerRound);
  return rows.map((row) => row.delivery);
}

/** Locks the delivery if it is still scheduled or in doubt. */
export async function lockWaiting(tx: Tx, id: string): Promise<Delivery[]> {
  return tx.forUpdate(
    tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.id, id), inArray(deliveries.state, [...waitingStates]))),
  );
}

/** Locks deliveries in a state that this version does not know. */
export async function lockUnreadable(tx: Tx): Promise<Delivery[]> {
  return tx.skipLocked(
    tx.select().from(deliveries).where(notInArray(deliveries.state, deliveries.state.enumValues)),
  );
}

function isLost(now: Date, { gone, forgotten }: LostDelivery) {
  return and(
    inArray(deliveries.state, [...inFlightStates]),
    or(
      isLeaseFree(deliveries.leaseUntil, now),
      gone.length > 0 ? inArray(deliveries.leaseOwner, [...gone]) : undefined,
      forgotten.length > 0 ? inArray(deliveries.id, [...forgotten]) : undefined,
    ),
  );
}
