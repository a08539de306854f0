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

/** Takes what is due, one delivery an account, for this worker alone until the lease ends. What is too late goes to a person instead. */
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
 * In the commit that ends some deliveries: what is next on their accounts, so that a full queue does
 * not wait for the disk twice. Not where others wait for the room that it takes.
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

/** Undefined where it is not its turn after all: too late, or too many today. */
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

/** Where the account has posted as much as it may, what waits on it keeps its place. */
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

/** Where its request was made ready before, it is claimed as about to leave: the intent costs no second commit. */
function claimOn(run: Run, delivery: Delivery, purpose: Purpose, now: Date): AppliedEvent {
  const { runtime, workerId } = run;
  const prefetched =
    purpose === "send" && !run.isStopping() ? run.prefetched.get(delivery.accountId) : undefined;
  const request = prefetchedRequestFor(delivery, prefetched, now);
  const ctx = systemContext(runtime, delivery.workspaceId);
  return { ctx, delivery, event: { type: "claim", workerId, purpose, request } };
}

/** Two statements: what is only claimed keeps the columns of a request as they are. */
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
