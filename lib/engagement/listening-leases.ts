import { isLeaseLive, leaseEnd } from "../jobs/lease.ts";
import type { Runtime } from "../kernel/context.ts";
import type { CollectedAccount } from "./collection-repository.ts";
import { releaseListening, claimListening } from "./listening-repository.ts";

const leaseMs = 60_000;
const renewMs = 30_000;

/** Of all workers, one listens to an account: whoever has its line, until it stops or is gone for a minute. */
export function listeningLeases({ clock, transact, newId }: Runtime) {
  const listenerId = newId();
  let hasLines = false;
  return {
    /** Those of these accounts that are ours to listen to for now. */
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

/** Ours, and for long enough that it need not be written down anew. */
function isLeasedBy(listenerId: string, account: CollectedAccount, now: Date): boolean {
  return account.listenerId === listenerId && isLeaseLive(account.listenLeaseUntil, now, renewMs);
}

function isLeasedByAnother(listenerId: string, account: CollectedAccount, now: Date): boolean {
  return account.listenerId !== listenerId && isLeaseLive(account.listenLeaseUntil, now);
}
