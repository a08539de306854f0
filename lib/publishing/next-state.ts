import { afterPublish } from "./after-publish.ts";
import { afterReconcile } from "./after-reconcile.ts";
import { afterLooking, afterRestore, isForgotten } from "./after-restore.ts";
import { doubted, parked, type Change, type Facts } from "./change.ts";
import type { Delivery } from "./delivery.ts";
import { afterNothingPosted } from "./nothing-posted.ts";
import { afterInterruption, isToBeTold, isWornOut } from "./patience.ts";
import type { Step } from "./step.ts";

/** Where a delivery goes after one step: the whole state machine of what is in a worker's hands. */
export function afterStep(delivery: Delivery, step: Step, facts: Facts): Change {
  const change = decide(delivery, step, facts);
  const isTold = isToBeTold({ ...delivery, ...change }, facts.rule, facts.now);
  return isTold ? { ...change, toldAt: facts.now } : change;
}

function decide(delivery: Delivery, step: Step, facts: Facts): Change {
  switch (step.phase) {
    case "prepare":
      return afterNothingPosted(delivery, step.outcome, facts);
    case "publish":
      return afterPublish(delivery, step.outcome, facts);
    case "reconcile": {
      const change = afterReconcile(delivery, step.outcome, facts);
      return isForgotten(delivery) ? afterLooking(delivery, step.outcome.kind, change) : change;
    }
    case "restored":
      return afterRestore(delivery, facts);
    case "lease-lost":
      return afterLostLease(delivery, facts);
  }
}

function afterLostLease(delivery: Delivery, facts: Facts): Change {
  const { now } = facts;
  const detail = "The worker stopped before an answer was kept.";
  if (delivery.state === "sending") {
    // Whoever held it may have sent it until the lease ended, and cannot have afterwards.
    const since = delivery.leaseUntil && delivery.leaseUntil < now ? delivery.leaseUntil : now;
    return doubted(delivery, facts, { since, detail });
  }
  // What ends its worker every time must not do so for ever.
  if (isWornOut(delivery, now)) return givenUp(delivery, detail);
  const state = delivery.state === "reconciling" ? "unknown" : "scheduled";
  return { state, ...afterInterruption(delivery, now), why: "interrupted" };
}

function givenUp({ state, doubts }: Delivery, detail: string): Change {
  return state === "reconciling" || doubts > 0
    ? parked({ reason: "still-unknown", detail })
    : { state: "failed", reason: "always-interrupted", reasonDetail: null };
}
