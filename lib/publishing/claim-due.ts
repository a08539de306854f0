import { markPostsSpent } from "../accounts/mark-account.ts";
import type { Db } from "../db/store.ts";
import { connectorFor } from "../networks/registry.ts";
import { findSpentOutUntil } from "../spending/find-spent-out-until.ts";
import { defaultSettings, type WorkspaceSettings } from "../workspaces/workspace.ts";
import { isAskedFirst } from "./after-restore.ts";
import { requestAhead } from "./ahead.ts";
import { findSpentUntil } from "./budget-repository.ts";
import { postsPerDay } from "./budget.ts";
import {
  hasReadyAccount,
  listDueAccounts,
  listNextDeliveries,
  lockReady,
  lockReadyAccounts,
  type Next,
} from "./claim-repository.ts";
import type { Delivery } from "./delivery.ts";
import { claimColumns, claimedBy, intentColumns, sendingOf } from "./in-flight.ts";
import { whenLate } from "./lateness.ts";
import { priceOfDelivery } from "./price-of-delivery.ts";
import { updateAllHeld, updateHeld } from "./repository.ts";
import { isUnrepeatable } from "./resend.ts";
import type { Run } from "./run.ts";
import { saveChange } from "./save-change.ts";
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
  tx: Db,
  run: Run,
  accountIds: readonly string[],
): Promise<Delivery[]> {
  if (accountIds.length === 0) return [];
  if (run.isStopping() || run.lookBack.isDue() || !run.hasRoom()) return [];
  const now = run.runtime.clock.now();
  return claimOf(tx, run, await lockReady(tx, now, accountIds), now);
}

async function claimOf(
  tx: Db,
  run: Run,
  accountIds: readonly string[],
  now: Date,
): Promise<Delivery[]> {
  const due = await listNextDeliveries(tx, accountIds, now);
  const workspaceIds = new Set(due.map(({ delivery }) => delivery.workspaceId));
  const settings = await listSettings(tx, [...workspaceIds]);
  const claimed: Delivery[] = [];
  for (const next of due) {
    const policy = settings.get(next.delivery.workspaceId) ?? defaultSettings;
    const state = await whatToDo(tx, run, next, { policy, now });
    if (state) claimed.push(claimedBy(run.workerId, next.delivery, { state, now }));
  }
  return take(tx, run, due, { claimed, now });
}

/** Undefined where it is not its turn after all: too late, or too many today. */
async function whatToDo(
  tx: Db,
  run: Run,
  { delivery, account }: Next,
  { policy, now }: { policy: WorkspaceSettings; now: Date },
): Promise<"claimed" | "reconciling" | undefined> {
  const { outcome: rule } = connectorFor(delivery.network);
  if (isAskedFirst(delivery) || isUnrepeatable(delivery, rule, now)) return "reconciling";
  const late = whenLate(delivery, rule, policy, now);
  if (late) {
    await saveChange(tx, run.runtime, delivery, late, { phase: "claim", outcome: "late" });
    return undefined;
  }
  return (await mayPost(tx, delivery, account, now)) ? "claimed" : undefined;
}

/** Where the account has posted as much as it may, what waits on it keeps its place. */
async function mayPost(
  tx: Db,
  delivery: Delivery,
  known: Next["account"],
  now: Date,
): Promise<boolean> {
  const account = { ...known, workspaceId: delivery.workspaceId };
  const spentUntil = await findSpentUntil(tx, account.id, { most: postsPerDay(account), now });
  const spentOutUntil = await findSpentOutUntil(tx, account, priceOfDelivery(delivery), now);
  if (spentOutUntil) await updateHeld(tx, delivery, { reason: "monthly-cap", reasonDetail: null });
  const until = spentOutUntil ?? spentUntil;
  if (until) await markPostsSpent(tx, account, until);
  return until === undefined;
}

/** Where its request was made ready before, it is claimed as about to leave: the intent costs no second commit. */
async function take(
  tx: Db,
  run: Run,
  due: readonly Next[],
  { claimed, now }: { claimed: readonly Delivery[]; now: Date },
): Promise<Delivery[]> {
  const before = new Map(due.map(({ delivery }) => [delivery.id, delivery]));
  const changes = claimed.map((delivery) => {
    const request = requestAhead(delivery, run.ahead.get(delivery.accountId), now);
    const after = request && !run.isStopping() ? sendingOf(delivery, request, now) : delivery;
    return { before: before.get(delivery.id) ?? delivery, after };
  });
  const [sending, waiting] = [changes.filter(isSending), changes.filter((one) => !isSending(one))];
  const ours = new Set([
    ...(await updateAllHeld(tx, [...new Set([...claimColumns, ...intentColumns])], sending)),
    ...(await updateAllHeld(tx, claimColumns, waiting)),
  ]);
  return changes.flatMap(({ after }) => (ours.has(after.id) ? [after] : []));
}

function isSending({ after }: { readonly after: Delivery }): boolean {
  return after.state === "sending";
}
