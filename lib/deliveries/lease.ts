import type { OutcomeRule } from "../networks/contract/manifest.ts";
import type { JsonObject } from "../networks/contract/remote.ts";
import type { Change, Facts } from "./change.ts";
import type { EngineEvent } from "./delivery-event.ts";
import type { Delivery } from "./delivery.ts";

const preparationMs = 60_000;

/** Duration of a lease in milliseconds: preparation plus twice the request's timeout. */
export function leaseMs({ timeoutMs }: Pick<OutcomeRule, "timeoutMs">): number {
  return 2 * timeoutMs + preparationMs;
}

/**
 * Gives the delivery to one worker until the lease ends. With a prepared request it also records the intent,
 * which saves a second commit.
 */
export function afterClaim(
  delivery: Delivery,
  { workerId, purpose, request }: Extract<EngineEvent, { type: "claim" }>,
  facts: Facts,
): Change {
  const claim = {
    state: purpose === "send" ? ("claimed" as const) : ("reconciling" as const),
    leaseOwner: workerId,
    leaseUntil: leaseEnd(facts),
    fence: delivery.fence + 1,
  };
  return request ? { ...claim, ...afterIntent({ ...delivery, ...claim }, request, facts) } : claim;
}

/** Records the intent. Once this is committed, a missing answer puts the delivery in doubt. */
export function afterIntent(
  { firstIntentAt, attempts, leaseOwner }: Delivery,
  request: JsonObject,
  facts: Facts,
): Change {
  const { now } = facts;
  return {
    state: "sending",
    request,
    intentAt: now,
    firstIntentAt: firstIntentAt ?? now,
    attempts: attempts + 1,
    leaseOwner,
    leaseUntil: leaseEnd(facts),
  };
}

function leaseEnd({ now, rule }: Facts): Date {
  return new Date(now.getTime() + leaseMs(rule));
}
