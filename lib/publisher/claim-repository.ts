import { aliasedTable, and, asc, eq, inArray, lte, sql, type SQL } from "drizzle-orm";

import type { AccountRow } from "../accounts/account.ts";
import { accounts } from "../accounts/schema.ts";
import { encodeIds } from "../db/bulk.ts";
import { isPostgres } from "../db/dialect.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db, Tx } from "../db/store.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { deliveries } from "../deliveries/schema.ts";
import {
  isDoubtDue,
  isFree,
  isOneOfGiven,
  isReady,
  maySend,
  nextPlanned,
  now,
} from "./readiness-repository.ts";

const waitingStates = ["scheduled", "unknown"] as const;

const waitingSince = sql`coalesce(${accounts.lastPublishedAt}, ${accounts.connectedAt})`;

/** A due delivery with its account. */
export interface Next {
  readonly delivery: Delivery;
  readonly account: Pick<AccountRow, "id" | "network" | "budget">;
}

/** Returns the accounts with a due delivery; undefined if more than `most` deliveries are due. */
export async function listDueAccounts(
  db: Db,
  at: Date,
  most: number,
): Promise<string[] | undefined> {
  const rows = await dueAccounts(db).execute({ now: at, limit: most + 1 });
  return rows.length > most ? undefined : [...new Set(rows.map((row) => row.id))];
}

const dueAccounts = cachedStatement((db) =>
  db
    .select({ id: deliveries.accountId })
    .from(deliveries)
    .where(and(inArray(deliveries.state, [...waitingStates]), lte(deliveries.dueAt, now)))
    .limit(sql.placeholder("limit"))
    .prepare("due_accounts"),
);

/**
 * Whether `lockReadyAccounts` would find an account. Callers ask first because every claim is a commit, which
 * wakes all loops.
 */
export async function hasReadyAccount(
  db: Db,
  at: Date,
  among: readonly string[] | undefined,
): Promise<boolean> {
  const rows = among
    ? await readyAmong(db).execute({ now: at, accountIds: encodeIds(among) })
    : await readyAnywhere(db).execute({ now: at });
  return rows.length > 0;
}

const readyAmong = cachedStatement((db) =>
  aReadyAccount(db, isOneOfGiven()).prepare("ready_among"),
);
const readyAnywhere = cachedStatement((db) => aReadyAccount(db).prepare("ready_anywhere"));

function aReadyAccount(db: Db, among?: SQL) {
  return db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(among, isReady(db)))
    .limit(1);
}

/**
 * Locks accounts that have something due and no delivery in flight. The workspaces take turns, and within
 * each the account that has waited longest comes first. Workers lock accounts instead of deliveries, so that
 * an account never has two deliveries in flight.
 */
export async function lockReadyAccounts(
  tx: Tx,
  at: Date,
  { limit, among }: { limit: number; among: readonly string[] | undefined },
): Promise<string[]> {
  const rows = among
    ? await turnsAmong(tx).execute({ now: at, limit, accountIds: encodeIds(among) })
    : await turnsAnywhere(tx).execute({ now: at, limit });
  return rows.map((row) => row.id);
}

const turnsAmong = cachedStatement((tx: Tx) => inTurn(tx, isOneOfGiven()).prepare("turns_among"));
const turnsAnywhere = cachedStatement((tx: Tx) => inTurn(tx).prepare("turns_anywhere"));

function inTurn(tx: Tx, among?: SQL) {
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
  return tx.skipLocked(
    tx
      .select({ id: accounts.id })
      .from(turns)
      .innerJoin(accounts, eq(accounts.id, turns.id))
      .orderBy(asc(turns.turn), asc(waitingSince), asc(accounts.id))
      .limit(sql.placeholder("limit")),
    accounts,
  );
}

/** Locks those of the accounts that no other transaction has locked. On SQLite no lock is needed. */
export async function lockReady(
  tx: Tx,
  at: Date,
  accountIds: readonly string[],
): Promise<readonly string[]> {
  if (!isPostgres) return accountIds;
  const rows = await free(tx).execute({ now: at, accountIds: encodeIds(accountIds) });
  return rows.map((row) => row.id);
}

const free = cachedStatement((tx: Tx) =>
  tx
    .skipLocked(
      tx
        .select({ id: accounts.id })
        .from(accounts)
        .where(and(isOneOfGiven(), isFree(tx))),
    )
    .prepare("free_accounts"),
);

/**
 * Returns the next due delivery of each account: those in doubt first, then by planned time, even if a
 * delivery was postponed. Readiness is checked again because it may have changed before the lock.
 */
export async function listNextDeliveries(
  db: Db,
  accountIds: readonly string[],
  at: Date,
): Promise<Next[]> {
  if (accountIds.length === 0) return [];
  return nextDeliveries(db).execute({ now: at, accountIds: encodeIds(accountIds) });
}

const nextDeliveries = cachedStatement((tx) => {
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
