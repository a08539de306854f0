import type { Delivery } from "../deliveries/delivery.ts";
import type { Runtime } from "../kernel/context.ts";
import { alertStuck } from "./alert-stuck.ts";
import { claimDue } from "./claim-due.ts";
import { reconcileDelivery } from "./reconcile-delivery.ts";
import { cancelOrphans, rescueLost } from "./rescue.ts";
import { newRun, type Run } from "./run.ts";
import { publishDelivery, sendDelivery } from "./send-delivery.ts";

const deliveriesAtOnce = 100;

/** Sends all deliveries that are due now and reconciles those in doubt; returns the number of steps taken. */
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
 * One turn of the engine: claims due deliveries, at most `room`, and starts them. The loop calls it by its
 * timer, `publishDue` until nothing is due. Returns one promise per claimed account.
 */
export async function step(run: Run, room: number): Promise<Promise<number>[]> {
  await run.rollback.look();
  const claimed = await claimDue(run, room);
  return claimed.map((delivery) => deliver(run, delivery));
}

/**
 * Rescues deliveries of lost workers and disconnected accounts; `gone` are workers that certainly no longer
 * run.
 */
export async function rescueLeftBehind(run: Run, gone: readonly string[] = []): Promise<void> {
  await cancelOrphans(run);
  await rescueLost(run, gone);
  await alertStuck(run);
}

/**
 * Processes a claimed delivery and then the following ones of the same account; returns the number of steps.
 * Never rejects: a delivery whose outcome could not be saved is rescued when its lease ends.
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
