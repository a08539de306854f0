import { isLeaseLive, leaseEnd } from "../jobs/lease.ts";
import type { Runtime } from "../kernel/context.ts";
import type { CollectedAccount } from "./collection-repository.ts";
import { releaseListening, claimListening } from "./listening-repository.ts";

const leaseMs = 60_000;
const renewMs = 30_000;

/**
 * Leases by which only one of all workers listens to an account. A lease ends when the worker stops, or one
 * minute after its last renewal.
 */
export function listeningLeases({ clock, transact, newId }: Runtime) {
  const listenerId = newId();
  let hasLines = false;
  return {
    /** Returns those of these accounts that this worker holds or could lease now. */
    async among(listened: readonly CollectedAccount[]): Promise<readonly CollectedAccount[]> {
      const now = clock.now();
      const ours = listened.filter((account) => isLeasedBy(listenerId, account, now));
      const open = listened.filter(
        (account) => !ours.includes(account) && !isLeasedByAnother(listenerId, account, now),
      );
      if (open.length === 0) return ours;
      const ids = open.map(({ id }) => id);
      const until = leaseEnd(now, leaseMs);
      const taken = await transact((tx) => claimListening(tx, listenerId, ids, { now, until }));
      hasLines ||= taken.length > 0;
      return listened.filter((account) => ours.includes(account) || taken.includes(account.id));
    },
    async leave(): Promise<void> {
      if (hasLines) await transact((tx) => releaseListening(tx, listenerId));
    },
  };
}

/** Whether this worker holds the lease for long enough that it need not be renewed yet. */
function isLeasedBy(listenerId: string, account: CollectedAccount, now: Date): boolean {
  return account.listenerId === listenerId && isLeaseLive(account.listenLeaseUntil, now, renewMs);
}

function isLeasedByAnother(listenerId: string, account: CollectedAccount, now: Date): boolean {
  return account.listenerId !== listenerId && isLeaseLive(account.listenLeaseUntil, now);
}
