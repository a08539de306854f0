import {
  type SQLWrapper,
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
import { isAmong } from "../db/bulk.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db } from "../db/store.ts";
import type { DeliveryState } from "../deliveries/delivery.ts";
import { deliveries } from "../deliveries/schema.ts";
import { sendingStops } from "./schema.ts";
import { everywhere } from "./sending-stop.ts";

export const inFlightStates = ["claimed", "sending", "reconciling"] as const;

/**
 * The current time as a parameter: the statements of a claim run constantly, so each is prepared once per
 * connection.
 */
export const now = sql.param(sql.placeholder("now"), deliveries.dueAt);

/** Subquery for the id of the next planned delivery of the outer query's account. */
export function nextPlanned(db: Db) {
  const planned = aliasedTable(deliveries, "planned");
  return db
    .select({ id: planned.id })
    .from(planned)
    .where(and(eq(planned.accountId, accounts.id), isPlannedDue(db, planned)))
    .orderBy(asc(planned.plannedAt), asc(planned.id))
    .limit(1);
}

export function isOneOfGiven() {
  return isAmong(accounts.id, "accountIds");
}

/**
 * Whether the account has nothing in flight, no limit of its network and something due to send or to
 * reconcile.
 */
export function isReady(db: Db) {
  const one = { one: sql`1` };
  const toAsk = db
    .select(one)
    .from(deliveries)
    .where(and(eq(deliveries.accountId, accounts.id), isDoubtDue(deliveries)));
  const toSend = db
    .select(one)
    .from(deliveries)
    .where(and(eq(deliveries.accountId, accounts.id), isPlannedDue(db, deliveries)));
  return and(isFree(db), or(exists(toAsk), and(maySend(db), exists(toSend))));
}

export function isFree(db: Db) {
  const others = aliasedTable(deliveries, "others");
  const inFlight = db
    .select({ one: sql`1` })
    .from(others)
    .where(and(eq(others.accountId, accounts.id), inArray(others.state, [...inFlightStates])));
  return and(
    inArray(accounts.state, ["active", "paused"]),
    or(isNull(accounts.rateLimitedUntil), lte(accounts.rateLimitedUntil, now)),
    notExists(inFlight),
  );
}

/** Whether sending is allowed. Reconciling only reads, so it goes on while sending is stopped or paused. */
export function maySend(db: Db) {
  const stop = db
    .select({ one: sql`1` })
    .from(sendingStops)
    .where(or(eq(sendingStops.id, accounts.workspaceId), eq(sendingStops.id, everywhere)));
  return and(
    eq(accounts.state, "active"),
    or(isNull(accounts.postsResumeAt), lte(accounts.postsResumeAt, now)),
    notExists(stop),
  );
}

/** Ignores the planned time, because the clock may have been set back since the request left. */
export function isDoubtDue(delivery: typeof deliveries) {
  return and(eq(delivery.state, "unknown"), lte(delivery.dueAt, now));
}

/**
 * Whether a planned delivery is due. A part of a thread waits until all earlier parts are published or
 * cancelled. Nothing is due before its planned time.
 */
function isPlannedDue(db: Db, delivery: typeof deliveries) {
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
    eq(delivery.state, "scheduled"),
    lte(delivery.plannedAt, now),
    lte(delivery.dueAt, now),
    or(eq(delivery.part, 1), notExists(missing)),
  );
}

/**
 * Returns the next time at which something can become possible without a commit: a due time, the end of a
 * limit or of a lease. Undefined if there is none.
 */
export async function findNextInstant(db: Db, at: Date): Promise<Date | undefined> {
  const [found] = await instants(db).execute({ now: at });
  const times = Object.values(found ?? {}).flatMap((time) => (time ? [time.getTime()] : []));
  return times.length > 0 ? new Date(Math.min(...times)) : undefined;
}

/** Runs after every claim, so it is a single prepared query. */
const instants = cachedStatement((db) =>
  db
    .select({
      toSend: instant(firstDue(db, "scheduled")),
      toAsk: instant(firstDue(db, "unknown")),
      release: instant(firstRelease(db, accounts.rateLimitedUntil)),
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

function firstRelease(
  db: Db,
  until: typeof accounts.rateLimitedUntil | typeof accounts.postsResumeAt,
) {
  return db
    .select({ at: min(until) })
    .from(accounts)
    .where(and(inArray(accounts.state, ["active", "paused"]), gt(until, now)));
}

function firstLeaseEnd(db: Db) {
  return db
    .select({ at: min(deliveries.leaseUntil) })
    .from(deliveries)
    .where(and(inArray(deliveries.state, [...inFlightStates]), gt(deliveries.leaseUntil, now)));
}
