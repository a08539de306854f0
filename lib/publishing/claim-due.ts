import { markPostsSpent } from "../accounts/mark-account.ts";
import type { Db } from "../db/store.ts";
import { connectorFor } from "../networks/registry.ts";
import { findSpentOutUntil } from "../spending/find-spent-out-until.ts";
import { defaultSettings, type WorkspaceSettings } from "../workspaces/workspace.ts";
import { isAskedFirst } from "./after-restore.ts";
import { findSpentUntil } from "./budget-repository.ts";
import { postsPerDay } from "./budget.ts";
import type { Change } from "./change.ts";
import {
  hasReadyAccount,
  listDueAccounts,
  listNextDeliveries,
  listSettings,
  lockReadyAccount,
  lockReadyAccounts,
  type Next,
} from "./claim-repository.ts";
import type { Delivery } from "./delivery.ts";
import { whenLate } from "./lateness.ts";
import { priceOfDelivery } from "./price-of-delivery.ts";
import { updateHeld } from "./repository.ts";
import { isUnrepeatable } from "./resend.ts";
import type { Run } from "./run.ts";
import { saveChange } from "./save-change.ts";

const preparationMs = 60_000;
const few = 200;

/** Takes what is due, one delivery an account, for this worker alone until the lease ends. What is too late goes to a person instead. */
export async function claimDue(run: Run, limit: number): Promise<Delivery[]> {
  const { clock, db } = run.installation;
  if (limit <= 0) return [];
  const now = clock.now();
  const among = await listDueAccounts(db, now, few);
  if (among?.length === 0 || !(await hasReadyAccount(db, now, among))) return [];
  return run.commit(async (tx) => {
    const now = clock.now();
    return claimOf(tx, run, await lockReadyAccounts(tx, now, { limit, among }), now);
  });
}

/**
 * In the commit that ends one delivery: the account's next, so that a full queue does not wait for
 * the disk twice. Not where others wait for the room that it takes.
 */
export async function claimNext(
  tx: Db,
  run: Run,
  accountId: string,
): Promise<Delivery | undefined> {
  if (run.isStopping() || run.lookBack.isDue() || !run.hasRoom()) return undefined;
  const now = run.installation.clock.now();
  const ready = await lockReadyAccount(tx, now, accountId);
  return ready === undefined ? undefined : (await claimOf(tx, run, [ready], now))[0];
}

/** Long enough for everything that happens under it; more than twice what the request may take. */
export function leaseMs(network: string): number {
  return 2 * connectorFor(network).outcome.timeoutMs + preparationMs;
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
    claimed.push(...(await claimOne(tx, run, next, { policy, now })));
  }
  return claimed;
}

async function claimOne(
  tx: Db,
  run: Run,
  { delivery, account }: Next,
  { policy, now }: { policy: WorkspaceSettings; now: Date },
): Promise<Delivery[]> {
  const { outcome: rule } = connectorFor(delivery.network);
  if (isAskedFirst(delivery) || isUnrepeatable(delivery, rule, now))
    return claim(tx, run, delivery, { state: "reconciling", now });
  const late = whenLate(delivery, rule, policy, now);
  if (late) return setAside(tx, run, delivery, late);
  const spentUntil = await findSpentUntil(tx, account.id, { most: postsPerDay(account), now });
  if (spentUntil) return rest(tx, delivery, spentUntil);
  const spentOutUntil = await findSpentOutUntil(tx, account, priceOfDelivery(delivery), now);
  if (spentOutUntil) return restForMoney(tx, delivery, spentOutUntil);
  return claim(tx, run, delivery, { state: "claimed", now });
}

async function setAside(tx: Db, run: Run, delivery: Delivery, change: Change): Promise<[]> {
  await saveChange(tx, run.installation, delivery, change, { phase: "claim", outcome: "late" });
  return [];
}

/** The account has posted as much as it may in a day. What waits on it keeps its place. */
async function rest(tx: Db, { accountId, workspaceId }: Delivery, until: Date): Promise<[]> {
  await markPostsSpent(tx, { id: accountId, workspaceId }, until);
  return [];
}

/** The account would spend more than it may in a month. Everything that waits on it does so, in order. */
async function restForMoney(tx: Db, delivery: Delivery, until: Date): Promise<[]> {
  const { accountId, workspaceId } = delivery;
  await updateHeld(tx, delivery, { reason: "monthly-cap", reasonDetail: null });
  await markPostsSpent(tx, { id: accountId, workspaceId }, until);
  return [];
}

async function claim(
  tx: Db,
  run: Run,
  delivery: Delivery,
  { state, now }: { state: "claimed" | "reconciling"; now: Date },
): Promise<Delivery[]> {
  const held = {
    state,
    leaseOwner: run.workerId,
    leaseUntil: new Date(now.getTime() + leaseMs(delivery.network)),
    fence: delivery.fence + 1,
    updatedAt: now,
  } as const;
  return (await updateHeld(tx, delivery, held)) ? [{ ...delivery, ...held }] : [];
}
