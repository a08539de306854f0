import { afterPublish } from "./after-publish.ts";
import { afterReconcile } from "./after-reconcile.ts";
import { afterLooking, afterRestore, isForgotten } from "./after-restore.ts";
import { doubted, mostAttempts, parked, type Change, type Facts } from "./change.ts";
import type { Delivery } from "./delivery.ts";
import { afterNothingPosted } from "./nothing-posted.ts";
import type { Step } from "./step.ts";

/** Where a delivery goes after one step: the whole state machine of what is in a worker's hands. */
export function afterStep(delivery: Delivery, step: Step, facts: Facts): Change {
  switch (step.phase) {
    case "prepare":
      return afterNothingPosted(delivery, step.outcome, facts, delivery.attempts + 1);
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
  const attempts = delivery.attempts + 1;
  // What ends its worker every time must not do so for ever.
  if (attempts >= mostAttempts)
    return parked(delivery, { attempts, reason: "interrupted", detail });
  const state = delivery.state === "reconciling" ? "unknown" : "scheduled";
  return { state, attempts, why: "interrupted" };
}
