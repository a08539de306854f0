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
  type SQL,
} from "drizzle-orm";

import type { AccountRow } from "../accounts/account.ts";
import { accounts } from "../accounts/schema.ts";
import { isPostgres } from "../db/dialect.ts";
import { givenIds, isGiven } from "../db/given-ids.ts";
import { unclaimed } from "../db/locking.ts";
import { prepared } from "../db/prepared.ts";
import type { Db } from "../db/store.ts";
import type { Delivery } from "./delivery.ts";
import { deliveries, sendingStops } from "./schema.ts";
import { everywhere } from "./sending-stop.ts";

const waitingStates = ["scheduled", "unknown"] as const;
export const flyingStates = ["claimed", "sending", "reconciling"] as const;

/** The statements here are run all the time, so each is built once a connection; this is the instant it is given. */
export const now = sql.param(sql.placeholder("now"), deliveries.dueAt);

const waitingSince = sql`coalesce(${accounts.lastPublishedAt}, ${accounts.connectedAt})`;

/** What is due, and on which account of which workspace. */
export interface Next {
  readonly delivery: Delivery;
  readonly account: Pick<AccountRow, "id" | "network" | "budget">;
}

/** The accounts that have something due; undefined where those are too many to be worth listing. */
export async function listDueAccounts(
  db: Db,
  at: Date,
  few: number,
): Promise<string[] | undefined> {
  const rows = await dueAccounts(db).execute({ now: at, limit: few + 1 });
  return rows.length > few ? undefined : [...new Set(rows.map((row) => row.id))];
}

const dueAccounts = prepared((db) =>
  db
    .select({ id: deliveries.accountId })
    .from(deliveries)
    .where(and(inArray(deliveries.state, [...waitingStates]), lte(deliveries.dueAt, now)))
    .limit(sql.placeholder("limit"))
    .prepare("due_accounts"),
);

/** Whether `lockReadyAccounts` would find one. Asked first, because a claim is a commit and a commit wakes everyone. */
export async function hasReadyAccount(
  db: Db,
  at: Date,
  among: readonly string[] | undefined,
): Promise<boolean> {
  const rows = among
    ? await readyAmong(db).execute({ now: at, accountIds: givenIds(among) })
    : await readyAnywhere(db).execute({ now: at });
  return rows.length > 0;
}

const readyAmong = prepared((db) => aReadyAccount(db, isOneOfGiven()).prepare("ready_among"));
const readyAnywhere = prepared((db) => aReadyAccount(db).prepare("ready_anywhere"));

function aReadyAccount(db: Db, among?: SQL) {
  return db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(among, isReady(db)))
    .limit(1);
}

/**
 * Accounts on which something may happen now, locked: of every workspace first one, then a second,
 * and of each those that waited longest. The account and not the delivery is what a worker locks,
 * so that no two deliveries of one account are ever in flight.
 */
export async function lockReadyAccounts(
  tx: Db,
  at: Date,
  { limit, among }: { limit: number; among: readonly string[] | undefined },
): Promise<string[]> {
  const rows = among
    ? await turnsAmong(tx).execute({ now: at, limit, accountIds: givenIds(among) })
    : await turnsAnywhere(tx).execute({ now: at, limit });
  return rows.map((row) => row.id);
}

const turnsAmong = prepared((tx) => inTurn(tx, isOneOfGiven()).prepare("turns_among"));
const turnsAnywhere = prepared((tx) => inTurn(tx).prepare("turns_anywhere"));

function inTurn(tx: Db, among?: SQL) {
  const turns = tx
    .select({
      id: accounts.id,
      turn: sql`row_number() over (partition by ${accounts.workspaceId} order by ${waitingSince}, ${accounts.id})`.as(
        "turn",
      ),
    })
    .from(accounts)
    .where(and(among, isReady(tx)))
    .as("turns");
  return unclaimed(
    tx
      .select({ id: accounts.id })
      .from(turns)
      .innerJoin(accounts, eq(accounts.id, turns.id))
      .orderBy(asc(turns.turn), asc(waitingSince), asc(accounts.id))
      .limit(sql.placeholder("limit")),
    accounts,
  );
}

/** Those of these accounts that nobody else is claiming on, locked. A SQLite transaction is alone anyway. */
export async function lockReady(
  tx: Db,
  at: Date,
  accountIds: readonly string[],
): Promise<readonly string[]> {
  if (!isPostgres) return accountIds;
  const rows = await free(tx).execute({ now: at, accountIds: givenIds(accountIds) });
  return rows.map((row) => row.id);
}

const free = prepared((tx) =>
  unclaimed(
    tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(isOneOfGiven(), isFree(tx))),
  ).prepare("free_accounts"),
);

/**
 * The next due delivery of each of these accounts: a doubt before anything new, and what was planned
 * first before what was planned later, however often it was put off. Asked anew under the lock: what
 * was true before it may not be any more.
 */
export async function listNextDeliveries(
  tx: Db,
  accountIds: readonly string[],
  at: Date,
): Promise<Next[]> {
  if (accountIds.length === 0) return [];
  return nextDeliveries(tx).execute({ now: at, accountIds: givenIds(accountIds) });
}

const nextDeliveries = prepared((tx) => {
  const doubt = aliasedTable(deliveries, "doubt");
  const first = tx
    .select({ id: doubt.id })
    .from(doubt)
    .where(and(eq(doubt.accountId, accounts.id), isDoubtDue(doubt)))
    .orderBy(asc(doubt.plannedAt), asc(doubt.id))
    .limit(1);
  const next = sql`coalesce((${first}), case when ${maySend(tx)} then (${nextPlanned(tx)}) end)`;
  return tx
    .select({
      delivery: deliveries,
      account: { id: accounts.id, network: accounts.network, budget: accounts.budget },
    })
    .from(accounts)
    .innerJoin(deliveries, eq(deliveries.id, next))
    .where(and(isOneOfGiven(), isFree(tx)))
    .prepare("next_deliveries");
});

/** The id of what comes next on the account of the query around it. */
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
  return isGiven(accounts.id, "accountIds");
}

/** Nothing in flight, nothing that the network forbids, and something to send or to ask for. */
function isReady(db: Db) {
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

function isFree(db: Db) {
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

/** Whatever the plan said: the clock may have been set back since it left. */
function isDoubtDue(delivery: typeof deliveries) {
  return and(eq(delivery.state, "unknown"), lte(delivery.dueAt, now));
}

/** Parts of a thread in order: a part waits for all before it to be there. Nothing is due before it was planned. */
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
