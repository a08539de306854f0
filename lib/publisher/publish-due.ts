import type { Delivery } from "../deliveries/delivery.ts";
import type { Runtime } from "../kernel/context.ts";
import { alertStuck } from "./alert-stuck.ts";
import { claimDue } from "./claim-due.ts";
import { reconcileDelivery } from "./reconcile-delivery.ts";
import { cancelOrphans, rescueLost } from "./rescue.ts";
import { newRun, type Run } from "./run.ts";
import { publishDelivery, sendDelivery } from "./send-delivery.ts";

const deliveriesAtOnce = 100;

/** Sends everything that is due now and asks after everything in doubt that is due; returns how many steps were taken. */
export async function publishDue(runtime: Runtime, workerId: string): Promise<number> {
  const run = newRun(runtime, workerId);
  await run.rollback.look();
  await rescueLeftBehind(run);
  for (let steps = 0; ;) {
    const counts = await Promise.all(await step(run, deliveriesAtOnce));
    if (counts.length === 0) return steps;
    steps += counts.reduce((sum, one) => sum + one, 0);
  }
}

/**
 * One turn of the engine, which the loop takes by its timer and `publishDue` until nothing is due:
 * claims what is due, as far as there is room, and lets it go its way. Each promise is one account's.
 */
export async function step(run: Run, room: number): Promise<Promise<number>[]> {
  await run.rollback.look();
  const claimed = await claimDue(run, room);
  return claimed.map((delivery) => deliver(run, delivery));
}

/** Takes up whatever was left behind; `gone` are workers that certainly run no more. */
export async function rescueLeftBehind(run: Run, gone: readonly string[] = []): Promise<void> {
  await cancelOrphans(run);
  await rescueLost(run, gone);
  await alertStuck(run);
}

/**
 * A claimed delivery, and then whatever is due on the same account, one after the other; returns how
 * many steps that were. Never rejects: what it could not save, the end of the lease brings back.
 */
async function deliver(run: Run, claimed: Delivery): Promise<number> {
  let steps = 0;
  let current: Delivery | undefined = claimed;
  try {
    while (current) {
      steps += 1;
      current = await trackInFlight(run, current);
    }
  } catch (error) {
    run.runtime.log.error(
      { deliveryId: current?.id, error: String(error) },
      "A delivery was left to the end of its lease.",
    );
  }
  return steps;
}

async function trackInFlight(run: Run, claimed: Delivery): Promise<Delivery | undefined> {
  run.inFlight.add(claimed.id);
  try {
    return await takeStep(run, claimed);
  } finally {
    run.inFlight.delete(claimed.id);
  }
}

function takeStep(run: Run, claimed: Delivery): Promise<Delivery | undefined> {
  if (claimed.state === "reconciling") return reconcileDelivery(run, claimed);
  return claimed.state === "sending" ? publishDelivery(run, claimed) : sendDelivery(run, claimed);
}
