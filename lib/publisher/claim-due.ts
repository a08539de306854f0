import { markPostsSpent } from "../accounts/mark-account.ts";
import type { Tx } from "../db/store.ts";
import { type AppliedEvent, applyEvent, applyEvents } from "../deliveries/apply-event.ts";
import { priceOfDelivery } from "../deliveries/delivery-price.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { isResendUnsafe } from "../deliveries/idempotency.ts";
import { tooLatePolicy } from "../deliveries/lateness.ts";
import { isAskedFirst } from "../deliveries/search-first.ts";
import { type Context, systemContext } from "../kernel/context.ts";
import { findSpentOutUntil } from "../spending/find-spent-out-until.ts";
import { type WorkspaceSettings, defaultSettings } from "../workspaces/workspace.ts";
import { findSpentUntil } from "./budget-repository.ts";
import { postsPerDay } from "./budget.ts";
import {
  type Next,
  hasReadyAccount,
  listDueAccounts,
  listNextDeliveries,
  lockReady,
  lockReadyAccounts,
} from "./claim-repository.ts";
import { prefetchedRequestFor } from "./prefetched-request.ts";
import type { Run } from "./run.ts";
import { listSettings } from "./settings-repository.ts";

const accountsWorthListing = 200;

/**
 * Claims due deliveries for this worker until the lease ends, one per account. Deliveries that are too late
 * become missed or cancelled instead, as the workspace's settings say.
 */
export async function claimDue(run: Run, limit: number): Promise<Delivery[]> {
  const { clock, db } = run.runtime;
  if (limit <= 0) return [];
  const now = clock.now();
  const among = await listDueAccounts(db, now, accountsWorthListing);
  if (among?.length === 0 || !(await hasReadyAccount(db, now, among))) return [];
  return run.commit(async (tx) => {
    const now = clock.now();
    return claimOf(tx, run, await lockReadyAccounts(tx, now, { limit, among }), now);
  });
}

/**
 * Claims the next deliveries of accounts in the commit that ends their current ones, so that a long queue
 * takes one commit per post. Claims nothing if this worker has no room, because other accounts are waiting
 * then.
 */
export async function claimNext(
  tx: Tx,
  run: Run,
  accountIds: readonly string[],
): Promise<Delivery[]> {
  if (accountIds.length === 0) return [];
  if (run.isStopping() || run.rollback.isDue() || !run.hasRoom()) return [];
  const now = run.runtime.clock.now();
  return claimOf(tx, run, await lockReady(tx, now, accountIds), now);
}

async function claimOf(
  tx: Tx,
  run: Run,
  accountIds: readonly string[],
  now: Date,
): Promise<Delivery[]> {
  const due = await listNextDeliveries(tx, accountIds, now);
  const workspaceIds = new Set(due.map(({ delivery }) => delivery.workspaceId));
  const settings = await listSettings(tx, [...workspaceIds]);
  const claims: AppliedEvent[] = [];
  for (const next of due) {
    const policy = settings.get(next.delivery.workspaceId) ?? defaultSettings;
    const purpose = await purposeOf(tx, run, next, { policy, now });
    if (purpose) claims.push(claimOn(run, next.delivery, purpose, now));
  }
  return take(tx, claims);
}

/**
 * Returns what to do with the delivery; undefined if it must not be claimed: it is too late or a limit is
 * reached.
 */
async function purposeOf(
  tx: Tx,
  run: Run,
  { delivery, account }: Next,
  { policy, now }: { policy: WorkspaceSettings; now: Date },
): Promise<Purpose | undefined> {
  const { outcome: rule } = run.runtime.networks.get(delivery.network);
  if (isAskedFirst(delivery) || isResendUnsafe(delivery, rule, now)) return "reconcile";
  const ctx = systemContext(run.runtime, delivery.workspaceId);
  const late = tooLatePolicy(delivery, policy, now);
  if (late) {
    await applyEvent(tx, ctx, delivery, { type: "late", policy: late });
    return undefined;
  }
  return (await mayPost(tx, ctx, delivery, account)) ? "send" : undefined;
}

type Purpose = "send" | "reconcile";

/**
 * Whether the account may post now. If its daily or monthly limit is reached, the account waits and its
 * deliveries keep their order.
 */
async function mayPost(
  tx: Tx,
  ctx: Context,
  delivery: Delivery,
  known: Next["account"],
): Promise<boolean> {
  const now = ctx.clock.now();
  const account = { ...known, workspaceId: delivery.workspaceId };
  const spentUntil = await findSpentUntil(tx, account.id, {
    most: postsPerDay(ctx.networks, account),
    now,
  });
  const spentOutUntil = await findSpentOutUntil(
    tx,
    account,
    priceOfDelivery(ctx.networks, delivery),
    now,
  );
  if (spentOutUntil) await applyEvent(tx, ctx, delivery, { type: "monthly-cap" });
  const until = spentOutUntil ?? spentUntil;
  if (until) await markPostsSpent(tx, account, until);
  return until === undefined;
}

/**
 * Creates the claim event. If the request was prepared beforehand, the claim also records the intent, which
 * saves a second commit.
 */
function claimOn(run: Run, delivery: Delivery, purpose: Purpose, now: Date): AppliedEvent {
  const { runtime, workerId } = run;
  const prefetched =
    purpose === "send" && !run.isStopping() ? run.prefetched.get(delivery.accountId) : undefined;
  const request = prefetchedRequestFor(delivery, prefetched, now);
  const ctx = systemContext(runtime, delivery.workspaceId);
  return { ctx, delivery, event: { type: "claim", workerId, purpose, request } };
}

/**
 * Uses one statement for claims with a request and one for those without, which must keep their request
 * columns.
 */
async function take(tx: Tx, claims: readonly AppliedEvent[]): Promise<Delivery[]> {
  const written = new Map([
    ...(await applyEvents(tx, claims.filter(isLeaving))),
    ...(await applyEvents(
      tx,
      claims.filter((one) => !isLeaving(one)),
    )),
  ]);
  return claims.flatMap(({ delivery }) => written.get(delivery.id) ?? []);
}

function isLeaving({ event }: AppliedEvent): boolean {
  return event.type === "claim" && event.request !== undefined;
}
