import type { Db } from "../db/store.ts";
import { connectorFor } from "../networks/registry.ts";
import { defaultSettings } from "../workspaces/workspace.ts";
import { isAskedFirst } from "./after-restore.ts";
import {
  hasReadyAccount,
  listNextDeliveries,
  listSettings,
  lockReadyAccounts,
} from "./claim-repository.ts";
import type { Delivery } from "./delivery.ts";
import { whenLate } from "./lateness.ts";
import { updateHeld } from "./repository.ts";
import { isUnrepeatable } from "./resend.ts";
import type { Run } from "./run.ts";
import { saveChange } from "./save-change.ts";

const preparationMs = 60_000;

/** Takes what is due, one delivery an account, for this worker alone until the lease ends. What is too late goes to a person instead. */
export async function claimDue(run: Run, limit: number): Promise<Delivery[]> {
  const { clock, db } = run.installation;
  if (limit <= 0 || !(await hasReadyAccount(db, clock.now()))) return [];
  return run.commit(async (tx) => {
    const now = clock.now();
    return claimOf(tx, run, await lockReadyAccounts(tx, now, { limit }), now);
  });
}

/** In the commit that ends one delivery: the account's next, so that a full queue does not wait for the disk twice. */
export async function claimNext(
  tx: Db,
  run: Run,
  accountId: string,
): Promise<Delivery | undefined> {
  if (run.isStopping()) return undefined;
  const now = run.installation.clock.now();
  const ready = await lockReadyAccounts(tx, now, { limit: 1, accountId });
  return (await claimOf(tx, run, ready, now))[0];
}

async function claimOf(
  tx: Db,
  run: Run,
  accountIds: readonly string[],
  now: Date,
): Promise<Delivery[]> {
  const due = await listNextDeliveries(tx, accountIds, now);
  const settings = await listSettings(tx, [...new Set(due.map((one) => one.workspaceId))]);
  const claimed: Delivery[] = [];
  for (const delivery of due) {
    const { outcome: rule } = connectorFor(delivery.network);
    const policy = settings.get(delivery.workspaceId) ?? defaultSettings;
    const isQuestion = isAskedFirst(delivery) || isUnrepeatable(delivery, rule, now);
    const late = isQuestion ? undefined : whenLate(delivery, rule, policy, now);
    if (late) await setAside(tx, run, delivery, late);
    else claimed.push(...(await claim(tx, run, delivery, isQuestion ? "reconciling" : "claimed")));
  }
  return claimed;
}

/** Long enough for everything that happens under it; more than twice what the request may take. */
export function leaseMs(network: string): number {
  return 2 * connectorFor(network).outcome.timeoutMs + preparationMs;
}

async function setAside(
  tx: Db,
  run: Run,
  delivery: Delivery,
  change: ReturnType<typeof whenLate> & object,
): Promise<void> {
  await saveChange(tx, run.installation, delivery, change, { phase: "claim", outcome: "late" });
}

async function claim(
  tx: Db,
  run: Run,
  delivery: Delivery,
  state: "claimed" | "reconciling",
): Promise<Delivery[]> {
  const now = run.installation.clock.now();
  const held = {
    state,
    leaseOwner: run.workerId,
    leaseUntil: new Date(now.getTime() + leaseMs(delivery.network)),
    fence: delivery.fence + 1,
    updatedAt: now,
  } as const;
  return (await updateHeld(tx, delivery, held)) ? [{ ...delivery, ...held }] : [];
}
