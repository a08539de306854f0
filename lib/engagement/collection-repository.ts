import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import type { Db, Tx } from "../db/store.ts";
import { isLeaseFree, isLeaseHeld, LeaseLost } from "../jobs/lease.ts";
import type { Json } from "../networks/contract/remote.ts";

export type CollectedAccount = typeof accounts.$inferSelect;

/**
 * Leases the due account that has waited longest, so that no other worker collects it until the lease ends.
 */
export async function claimDueAccount(
  tx: Tx,
  now: Date,
  leaseUntil: Date,
): Promise<CollectedAccount | undefined> {
  const [due] = await tx.skipLocked(
    tx.select().from(accounts).where(isDue(now)).orderBy(asc(accounts.nextCollectAt)).limit(1),
  );
  if (!due) return undefined;
  await tx.update(accounts).set({ collectLeaseUntil: leaseUntil }).where(eq(accounts.id, due.id));
  return { ...due, collectLeaseUntil: leaseUntil };
}

export async function hasDueAccount(db: Db, now: Date): Promise<boolean> {
  const rows = await db.select({ id: accounts.id }).from(accounts).where(isDue(now)).limit(1);
  return rows.length > 0;
}

/** Returns the active accounts of all workspaces. */
export async function listActive(db: Db): Promise<CollectedAccount[]> {
  return db.select().from(accounts).where(eq(accounts.state, "active"));
}

export async function findAccount(db: Db, id: string): Promise<CollectedAccount | undefined> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, id));
  return account;
}

/**
 * Returns when the next account is due, with leases and rate limits included. Looks at the first fifty active
 * accounts; undefined if none is active.
 */
export async function nextDueAt(db: Db): Promise<Date | undefined> {
  const rows = await db
    .select({
      at: accounts.nextCollectAt,
      rateLimitedUntil: accounts.rateLimitedUntil,
      leaseUntil: accounts.collectLeaseUntil,
    })
    .from(accounts)
    .where(eq(accounts.state, "active"))
    .orderBy(asc(accounts.nextCollectAt))
    .limit(50);
  const times = rows.map(({ at, rateLimitedUntil, leaseUntil }) =>
    Math.max(at.getTime(), rateLimitedUntil?.getTime() ?? 0, leaseUntil?.getTime() ?? 0),
  );
  return times.length > 0 ? new Date(Math.min(...times)) : undefined;
}

/**
 * Saves the cursor in the transaction that stores the page, so that the two always agree. Throws `LeaseLost`
 * if another worker has taken the account.
 */
export async function saveCursor(
  tx: Tx,
  account: Pick<CollectedAccount, "id">,
  cursor: Json,
  lease: { readonly taken: Date | null; readonly until: Date },
): Promise<void> {
  const saved = await tx
    .update(accounts)
    .set({ cursor, collectLeaseUntil: lease.until })
    .where(isHeld(account, lease.taken))
    .returning({ id: accounts.id });
  if (saved.length === 0) throw new LeaseLost(account.id);
}

/** Saves the next collection and releases the lease. Saves nothing if the lease was lost. */
export async function saveNextCollection(
  tx: Tx,
  account: Pick<CollectedAccount, "id">,
  taken: Date | null,
  next: { nextCollectAt: Date; lastCollectedAt?: Date; lastFoundAt?: Date },
): Promise<void> {
  await tx
    .update(accounts)
    .set({ ...next, collectLeaseUntil: null })
    .where(isHeld(account, taken));
}

/** Sets the next collection to `at` if it was planned later: what is overdue keeps its turn. */
export async function bringForward(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  at: Date,
): Promise<void> {
  if (accountIds.length === 0) return;
  await tx
    .update(accounts)
    .set({ nextCollectAt: at })
    .where(
      and(
        eq(accounts.workspaceId, workspaceId),
        inArray(accounts.id, [...accountIds]),
        gt(accounts.nextCollectAt, at),
      ),
    );
}

function isHeld({ id }: Pick<CollectedAccount, "id">, taken: Date | null) {
  return and(eq(accounts.id, id), isLeaseHeld(accounts.collectLeaseUntil, taken));
}

function isDue(now: Date) {
  return and(
    eq(accounts.state, "active"),
    lte(accounts.nextCollectAt, now),
    isLeaseFree(accounts.collectLeaseUntil, now),
    or(isNull(accounts.rateLimitedUntil), lte(accounts.rateLimitedUntil, now)),
  );
}
