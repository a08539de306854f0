import { and, asc, eq, isNotNull, ne, sql } from "drizzle-orm";

import { bulkRows } from "../db/bulk.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db, Tx } from "../db/store.ts";
import { isLeaseFree } from "../jobs/lease.ts";
import { NotFound } from "../kernel/errors.ts";
import type { AccountRow } from "./account.ts";
import { accounts } from "./schema.ts";

export async function findAccount(db: Db, workspaceId: string, id: string): Promise<AccountRow> {
  const [row] = await one(db).execute({ workspaceId, id });
  if (!row) throw missing(id);
  return row;
}

/** A prepared statement, because it runs before every request to a network. */
const one = cachedStatement((db) =>
  db
    .select()
    .from(accounts)
    .where(
      and(
        eq(accounts.workspaceId, sql.placeholder("workspaceId")),
        eq(accounts.id, sql.placeholder("id")),
      ),
    )
    .prepare("find_account"),
);

/** Reads an account and locks its row until the transaction ends. */
export async function lockAccount(tx: Tx, workspaceId: string, id: string): Promise<AccountRow> {
  const [row] = await tx.forUpdate(tx.select().from(accounts).where(mine(workspaceId, id)));
  if (!row) throw missing(id);
  return row;
}

/** Locks the account with this remote id, connected or not; undefined if there is none. */
export async function lockByRemoteId(
  tx: Tx,
  workspaceId: string,
  network: string,
  remoteId: string,
): Promise<AccountRow | undefined> {
  const [row] = await tx.forUpdate(
    tx
      .select()
      .from(accounts)
      .where(
        and(
          eq(accounts.workspaceId, workspaceId),
          eq(accounts.network, network),
          eq(accounts.remoteId, remoteId),
        ),
      ),
  );
  return row;
}

/**
 * Whether any workspace has credentials for the remote account. Networks may share one sign-in among all of
 * them.
 */
export async function isSignedInAnywhere(
  db: Db,
  network: string,
  remoteId: string,
): Promise<boolean> {
  const same = and(eq(accounts.network, network), eq(accounts.remoteId, remoteId));
  const [row] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(same, isNotNull(accounts.sealedCredentials)))
    .limit(1);
  return row !== undefined;
}

export async function listConnected(db: Db, workspaceId: string): Promise<AccountRow[]> {
  return db
    .select()
    .from(accounts)
    .where(and(eq(accounts.workspaceId, workspaceId), ne(accounts.state, "disconnected")))
    .orderBy(asc(accounts.connectedAt), asc(accounts.id));
}

/** Lists disconnected accounts too, because old posts refer to them. */
export async function listEver(db: Db, workspaceId: string): Promise<AccountRow[]> {
  return db
    .select()
    .from(accounts)
    .where(eq(accounts.workspaceId, workspaceId))
    .orderBy(asc(accounts.connectedAt), asc(accounts.id));
}

export async function insertAccount(tx: Tx, row: AccountRow): Promise<void> {
  await tx.insert(accounts).values(row);
}

export async function updateAccount(
  tx: Tx,
  workspaceId: string,
  id: string,
  change: Partial<AccountRow>,
): Promise<void> {
  await tx.update(accounts).set(change).where(mine(workspaceId, id));
}

/** Updates many accounts in one statement. */
export async function updateLastPublished(
  tx: Tx,
  changes: readonly Pick<AccountRow, "id" | "workspaceId" | "lastPublishedAt">[],
): Promise<void> {
  if (changes.length === 0) return;
  const { id, workspaceId, lastPublishedAt } = accounts;
  const given = bulkRows("given", { id, workspaceId, lastPublishedAt }, changes);
  await tx
    .update(accounts)
    .set({ lastPublishedAt: given.column.lastPublishedAt })
    .from(given.table)
    .where(and(eq(id, given.column.id), eq(workspaceId, given.column.workspaceId)));
}

/**
 * Takes the lease for renewing this version of the credentials; false if it is taken or the version changed.
 */
export async function takeRefreshLease(
  tx: Tx,
  workspaceId: string,
  id: string,
  lease: { version: number; now: Date; until: Date },
): Promise<boolean> {
  const taken = await tx
    .update(accounts)
    .set({ refreshLeaseUntil: lease.until })
    .where(
      and(
        mine(workspaceId, id),
        eq(accounts.credentialsVersion, lease.version),
        isLeaseFree(accounts.refreshLeaseUntil, lease.now),
      ),
    )
    .returning({ id: accounts.id });
  return taken.length > 0;
}

/**
 * Updates an account only if its credentials still have this version, so that a person's new sign-in is kept.
 * Returns whether it was updated.
 */
export async function updateAtVersion(
  tx: Tx,
  workspaceId: string,
  id: string,
  version: number,
  change: Partial<AccountRow>,
): Promise<boolean> {
  const saved = await tx
    .update(accounts)
    .set(change)
    .where(and(mine(workspaceId, id), eq(accounts.credentialsVersion, version)))
    .returning({ id: accounts.id });
  return saved.length > 0;
}

function mine(workspaceId: string, id: string) {
  return and(eq(accounts.workspaceId, workspaceId), eq(accounts.id, id));
}

function missing(id: string): NotFound {
  return new NotFound("account", id);
}
