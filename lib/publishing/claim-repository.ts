import {
  aliasedTable,
  and,
  asc,
  eq,
  exists,
  inArray,
  isNull,
  lt,
  lte,
  notExists,
  notInArray,
  or,
  sql,
} from "drizzle-orm";

import type { AccountRow } from "../accounts/account.ts";
import { accounts } from "../accounts/schema.ts";
import { isPostgres } from "../db/dialect.ts";
import { unclaimed } from "../db/locking.ts";
import type { Db } from "../db/store.ts";
import type { Delivery } from "./delivery.ts";
import { deliveries, sendingStops } from "./schema.ts";
import { everywhere } from "./sending-stop.ts";

const waitingStates = ["scheduled", "unknown"] as const;
export const flyingStates = ["claimed", "sending", "reconciling"] as const;

const waitingSince = sql`coalesce(${accounts.lastPublishedAt}, ${accounts.connectedAt})`;

/** What is due, and on which account of which workspace. */
export interface Next {
  readonly delivery: Delivery;
  readonly account: Pick<AccountRow, "id" | "network" | "budget">;
}

/** The accounts that have something due; undefined where those are too many to be worth listing. */
export async function listDueAccounts(
  db: Db,
  now: Date,
  few: number,
): Promise<string[] | undefined> {
  const rows = await db
    .select({ id: deliveries.accountId })
    .from(deliveries)
    .where(and(inArray(deliveries.state, [...waitingStates]), lte(deliveries.dueAt, now)))
    .limit(few + 1);
  return rows.length > few ? undefined : [...new Set(rows.map((row) => row.id))];
}

/** Whether `lockReadyAccounts` would find one. Asked first, because a claim is a commit and a commit wakes everyone. */
export async function hasReadyAccount(
  db: Db,
  now: Date,
  among: readonly string[] | undefined,
): Promise<boolean> {
  const rows = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(isOneOf(among), isReady(db, now)))
    .limit(1);
  return rows.length > 0;
}

/**
 * Accounts on which something may happen now, locked: of every workspace first one, then a second,
 * and of each those that waited longest. The account and not the delivery is what a worker locks,
 * so that no two deliveries of one account are ever in flight.
 */
export async function lockReadyAccounts(
  tx: Db,
  now: Date,
  { limit, among }: { limit: number; among: readonly string[] | undefined },
): Promise<string[]> {
  const turns = tx
    .select({
      id: accounts.id,
      turn: sql`row_number() over (partition by ${accounts.workspaceId} order by ${waitingSince}, ${accounts.id})`.as(
        "turn",
      ),
    })
    .from(accounts)
    .where(and(isOneOf(among), isReady(tx, now)))
    .as("turns");
  const rows = await unclaimed(
    tx
      .select({ id: accounts.id })
      .from(turns)
      .innerJoin(accounts, eq(accounts.id, turns.id))
      .orderBy(asc(turns.turn), asc(waitingSince), asc(accounts.id))
      .limit(limit),
    accounts,
  );
  return rows.map((row) => row.id);
}

/** Those of these accounts that nobody else is claiming on, locked. A SQLite transaction is alone anyway. */
export async function lockReady(
  tx: Db,
  now: Date,
  accountIds: readonly string[],
): Promise<readonly string[]> {
  if (!isPostgres) return accountIds;
  const rows = await unclaimed(
    tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(inArray(accounts.id, [...accountIds]), isFree(tx, now))),
  );
  return rows.map((row) => row.id);
}

/**
 * The next due delivery of each of these accounts: a doubt before anything new, and what was planned
 * first before what was planned later, however often it was put off. Asked anew under the lock: what
 * was true before it may not be any more.
 */
export async function listNextDeliveries(
  tx: Db,
  accountIds: readonly string[],
  now: Date,
): Promise<Next[]> {
  if (accountIds.length === 0) return [];
  const doubt = aliasedTable(deliveries, "doubt");
  const first = tx
    .select({ id: doubt.id })
    .from(doubt)
    .where(and(eq(doubt.accountId, accounts.id), isDoubtDue(doubt, now)))
    .orderBy(asc(doubt.plannedAt), asc(doubt.id))
    .limit(1);
  const planned = aliasedTable(deliveries, "planned");
  const second = tx
    .select({ id: planned.id })
    .from(planned)
    .where(and(eq(planned.accountId, accounts.id), isPlannedDue(tx, planned, now)))
    .orderBy(asc(planned.plannedAt), asc(planned.id))
    .limit(1);
  const next = sql`coalesce((${first}), case when ${maySend(tx, now)} then (${second}) end)`;
  return tx
    .select({
      delivery: deliveries,
      account: { id: accounts.id, network: accounts.network, budget: accounts.budget },
    })
    .from(accounts)
    .innerJoin(deliveries, eq(deliveries.id, next))
    .where(and(inArray(accounts.id, [...accountIds]), isFree(tx, now)));
}

/** What is due next on each of these accounts beside what is in flight there; nobody is bound by it. */
export async function listFollowing(
  db: Db,
  asked: readonly { readonly accountId: string; readonly now: Date }[],
): Promise<(Delivery | undefined)[]> {
  const now = asked[0]?.now;
  if (!now) return [];
  const planned = aliasedTable(deliveries, "planned");
  const next = db
    .select({ id: planned.id })
    .from(planned)
    .where(and(eq(planned.accountId, accounts.id), isPlannedDue(db, planned, now)))
    .orderBy(asc(planned.plannedAt), asc(planned.id))
    .limit(1);
  const accountIds = asked.map(({ accountId }) => accountId);
  const rows = await db
    .select({ delivery: deliveries })
    .from(accounts)
    .innerJoin(deliveries, eq(deliveries.id, sql`(${next})`))
    .where(inArray(accounts.id, accountIds));
  const found = new Map(rows.map(({ delivery }) => [delivery.accountId, delivery]));
  return accountIds.map((id) => found.get(id));
}

function isOneOf(accountIds: readonly string[] | undefined) {
  return accountIds && inArray(accounts.id, [...accountIds]);
}

/** Nothing in flight, nothing that the network forbids, and something to send or to ask for. */
function isReady(db: Db, now: Date) {
  const one = { one: sql`1` };
  const toAsk = db
    .select(one)
    .from(deliveries)
    .where(and(eq(deliveries.accountId, accounts.id), isDoubtDue(deliveries, now)));
  const toSend = db
    .select(one)
    .from(deliveries)
    .where(and(eq(deliveries.accountId, accounts.id), isPlannedDue(db, deliveries, now)));
  return and(isFree(db, now), or(exists(toAsk), and(maySend(db, now), exists(toSend))));
}

function isFree(db: Db, now: Date) {
  const flying = aliasedTable(deliveries, "flying");
  const inFlight = db
    .select({ one: sql`1` })
    .from(flying)
    .where(and(eq(flying.accountId, accounts.id), inArray(flying.state, [...flyingStates])));
  return and(
    inArray(accounts.state, ["active", "paused"]),
    or(isNull(accounts.heldUntil), lte(accounts.heldUntil, now)),
    notExists(inFlight),
  );
}

/** Asking is a read, and goes on while nobody wants anything to be sent. */
function maySend(db: Db, now: Date) {
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

/** Whatever the plan said: the clock may have been set back since it left. */
function isDoubtDue(delivery: typeof deliveries, now: Date) {
  return and(eq(delivery.state, "unknown"), lte(delivery.dueAt, now));
}

/** Parts of a thread in order: a part waits for all before it to be there. Nothing is due before it was planned. */
function isPlannedDue(db: Db, delivery: typeof deliveries, now: Date) {
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
