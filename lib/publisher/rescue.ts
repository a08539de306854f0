import type { Tx } from "../db/store.ts";
import { applyEvents } from "../deliveries/apply-event.ts";
import type { DeliveryEvent } from "../deliveries/delivery-event.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { systemContext } from "../kernel/context.ts";
import {
  hasLost,
  lockUnreadable,
  listOrphans,
  listClaimedBy,
  lockLost,
  lockWaiting,
} from "./rescue-repository.ts";
import type { Run } from "./run.ts";

const knownMs = 10_000;

/**
 * Rescues deliveries of workers that are gone and those that this worker holds without knowing it. Those that
 * may have left are in doubt; the others are scheduled again. A worker that may be suspended keeps its
 * deliveries until the lease ends; `gone` are workers that cannot resume.
 */
export async function rescueLost(run: Run, gone: readonly string[] = []): Promise<void> {
  const { db, clock } = run.runtime;
  const lost = { gone, forgotten: await listForgotten(run) };
  if (!(await hasLost(db, clock.now(), lost))) return;
  await run.commit(async (tx) => {
    const found = await lockLost(tx, clock.now(), lost);
    await applyToAll(tx, run, found, { type: "lease-lost" });
  });
}

/**
 * Returns deliveries that this worker claimed without knowing it, because the connection was lost after the
 * commit.
 */
async function listForgotten({ runtime, workerId, inFlight }: Run): Promise<string[]> {
  const { db, clock } = runtime;
  const before = new Date(clock.now().getTime() - knownMs);
  return (await listClaimedBy(db, workerId, before)).filter((id) => !inFlight.has(id));
}

/**
 * Cancels scheduled deliveries of disconnected accounts, which people can see; those in doubt go to a person.
 */
export async function cancelOrphans(run: Run): Promise<void> {
  const orphans = await listOrphans(run.runtime.db);
  if (orphans.length === 0) return;
  await run.commit(async (tx) => {
    const waiting: Delivery[] = [];
    for (const { id } of orphans) waiting.push(...(await lockWaiting(tx, id)));
    await applyToAll(tx, run, waiting, { type: "account-disconnected" });
  });
}

/** Turns deliveries in a state of another product version into ones that need a person. */
export async function rescueUnreadable(run: Run): Promise<void> {
  await run.commit(async (tx) => {
    await applyToAll(tx, run, await lockUnreadable(tx), { type: "unreadable" });
  });
}

async function applyToAll(
  tx: Tx,
  { runtime }: Run,
  all: readonly Delivery[],
  event: DeliveryEvent,
): Promise<void> {
  await applyEvents(
    tx,
    all.map((delivery) => ({
      delivery,
      event,
      ctx: systemContext(runtime, delivery.workspaceId),
    })),
  );
}
