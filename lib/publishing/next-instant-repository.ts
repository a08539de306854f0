import { and, asc, eq, gt, inArray, min } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import type { Db } from "../db/store.ts";
import { flyingStates } from "./claim-repository.ts";
import { deliveries } from "./schema.ts";

const waitingStates = ["scheduled", "unknown"] as const;

/** When something may become possible again, though nothing is committed: a due time, the end of a hold, of a lease. */
export async function findNextInstant(db: Db, now: Date): Promise<Date | undefined> {
  const found = await Promise.all([
    ...waitingStates.map((state) => firstDue(db, state, now)),
    firstRelease(db, accounts.heldUntil, now),
    firstRelease(db, accounts.postsResumeAt, now),
    firstLeaseEnd(db, now),
  ]);
  const times = found.flatMap((at) => (at ? [at.getTime()] : []));
  return times.length > 0 ? new Date(Math.min(...times)) : undefined;
}

async function firstDue(db: Db, state: (typeof waitingStates)[number], now: Date) {
  const [row] = await db
    .select({ at: deliveries.dueAt })
    .from(deliveries)
    .where(and(eq(deliveries.state, state), gt(deliveries.dueAt, now)))
    .orderBy(asc(deliveries.dueAt))
    .limit(1);
  return row?.at;
}

async function firstRelease(
  db: Db,
  until: typeof accounts.heldUntil | typeof accounts.postsResumeAt,
  now: Date,
) {
  const [row] = await db
    .select({ at: min(until) })
    .from(accounts)
    .where(and(inArray(accounts.state, ["active", "paused"]), gt(until, now)));
  return row?.at;
}

async function firstLeaseEnd(db: Db, now: Date) {
  const [row] = await db
    .select({ at: min(deliveries.leaseUntil) })
    .from(deliveries)
    .where(and(inArray(deliveries.state, [...flyingStates]), gt(deliveries.leaseUntil, now)));
  return row?.at;
}
