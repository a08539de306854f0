import { leaseEnd, LeaseLost } from "../jobs/lease.ts";
import type { Runtime } from "../kernel/context.ts";
import { retryAfter, collectLeaseMs } from "./cadence.ts";
import { collectAccount, type CollectionLease } from "./collect-account.ts";
import {
  claimDueAccount,
  hasDueAccount,
  saveNextCollection,
  type CollectedAccount,
} from "./collection-repository.ts";

/** Several accounts are collected at once, so that one slow network does not delay the others. */
const accountsAtOnce = 4;

/**
 * Collects every account that is due, in all workspaces, and returns their number. Safe to run in several
 * workers.
 */
export async function collectDue(runtime: Runtime, stopping?: AbortSignal): Promise<number> {
  const counts = await Promise.all(
    Array.from({ length: accountsAtOnce }, () => collectUntilNoneIsDue(runtime, stopping)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function collectUntilNoneIsDue(runtime: Runtime, stopping?: AbortSignal): Promise<number> {
  for (let count = 0; ; count += 1) {
    const account = stopping?.aborted ? undefined : await claim(runtime);
    if (!account) return count;
    await collectOrPutOff(runtime, account, stopping);
  }
}

/**
 * Reads first whether any account is due, because even an empty transaction wakes everything that waits for a
 * commit.
 */
async function claim(runtime: Runtime): Promise<CollectedAccount | undefined> {
  const now = runtime.clock.now();
  if (!(await hasDueAccount(runtime.db, now))) return undefined;
  const until = leaseEnd(now, collectLeaseMs);
  return runtime.transact((tx) => claimDueAccount(tx, now, until));
}

/**
 * Collects an account. After an error (a bug in its connector, for example) plans the next try after a
 * back-off, so that the other accounts go on.
 */
async function collectOrPutOff(
  runtime: Runtime,
  account: CollectedAccount,
  stopping?: AbortSignal,
): Promise<void> {
  const lease: CollectionLease = { until: account.collectLeaseUntil };
  try {
    await collectAccount(runtime, account.id, { lease, stopping });
  } catch (error) {
    const { id: accountId } = account;
    if (error instanceof LeaseLost)
      return runtime.log.warn({ accountId }, "Another worker collects this account by now.");
    runtime.log.error({ error, accountId }, "Collecting an account failed.");
    const now = runtime.clock.now();
    const wait = retryAfter(now, account.lastCollectedAt ?? account.connectedAt);
    const nextCollectAt = new Date(now.getTime() + wait);
    await runtime.transact((tx) => saveNextCollection(tx, account, lease.until, { nextCollectAt }));
  }
}
