import { and, eq, inArray, or } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import type { Tx } from "../db/store.ts";
import { isLeaseFree } from "../jobs/lease.ts";

/**
 * Takes or renews the leases for listening to these accounts. Returns the ids of accounts that this listener
 * holds now.
 */
export async function claimListening(
  tx: Tx,
  listenerId: string,
  accountIds: readonly string[],
  { now, until }: { now: Date; until: Date },
): Promise<string[]> {
  const taken = await tx
    .update(accounts)
    .set({ listenerId, listenLeaseUntil: until })
    .where(
      and(
        inArray(accounts.id, [...accountIds]),
        or(eq(accounts.listenerId, listenerId), isLeaseFree(accounts.listenLeaseUntil, now)),
      ),
    )
    .returning({ id: accounts.id });
  return taken.map(({ id }) => id);
}

export async function releaseListening(tx: Tx, listenerId: string): Promise<void> {
  await tx
    .update(accounts)
    .set({ listenerId: null, listenLeaseUntil: null })
    .where(eq(accounts.listenerId, listenerId));
}
