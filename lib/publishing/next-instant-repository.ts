import { and, asc, eq, gt, inArray, min, sql, type SQLWrapper } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import { prepared } from "../db/statement-cache.ts";
import type { Db } from "../db/store.ts";
import type { DeliveryState } from "./delivery.ts";
import { flyingStates, now } from "./readiness-repository.ts";
import { deliveries } from "./schema.ts";

/** When something may become possible again, though nothing is committed: a due time, the end of a hold, of a lease. */
export async function findNextInstant(db: Db, at: Date): Promise<Date | undefined> {
  const [found] = await instants(db).execute({ now: at });
  const times = Object.values(found ?? {}).flatMap((time) => (time ? [time.getTime()] : []));
  return times.length > 0 ? new Date(Math.min(...times)) : undefined;
}

/** Asked after every claim: one question, built once. */
const instants = prepared((db) =>
  db
    .select({
      toSend: instant(firstDue(db, "scheduled")),
      toAsk: instant(firstDue(db, "unknown")),
      release: instant(firstRelease(db, accounts.heldUntil)),
      resumption: instant(firstRelease(db, accounts.postsResumeAt)),
      leaseEnd: instant(firstLeaseEnd(db)),
    })
    .from(sql`(select 1) as one`)
    .prepare("next_instant"),
);

function instant(query: SQLWrapper) {
  return sql<Date | null>`(${query})`.mapWith(deliveries.dueAt);
}

function firstDue(db: Db, state: DeliveryState) {
  return db
    .select({ at: deliveries.dueAt })
    .from(deliveries)
    .where(and(eq(deliveries.state, state), gt(deliveries.dueAt, now)))
    .orderBy(asc(deliveries.dueAt))
    .limit(1);
}

function firstRelease(db: Db, until: typeof accounts.heldUntil | typeof accounts.postsResumeAt) {
  return db
    .select({ at: min(until) })
    .from(accounts)
    .where(and(inArray(accounts.state, ["active", "paused"]), gt(until, now)));
}

function firstLeaseEnd(db: Db) {
  return db
    .select({ at: min(deliveries.leaseUntil) })
    .from(deliveries)
    .where(and(inArray(deliveries.state, [...flyingStates]), gt(deliveries.leaseUntil, now)));
}
