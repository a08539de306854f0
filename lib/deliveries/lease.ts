import type { OutcomeRule } from "../networks/contract/manifest.ts";
import type { JsonObject } from "../networks/contract/remote.ts";
import type { Change, Facts } from "./change.ts";
import type { EngineEvent } from "./delivery-event.ts";
import type { Delivery } from "./delivery.ts";

const preparationMs = 60_000;

/** Long enough for everything that happens under it; more than twice what the request may take. */
export function leaseMs({ timeoutMs }: Pick<OutcomeRule, "timeoutMs">): number {
  return 2 * timeoutMs + preparationMs;
}

/**
 * In the hands of one worker until the lease ends. Where its request was made before, it is about to
 * leave already: the intent costs no second commit.
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

/** About to leave: once this is committed, silence means doubt. */
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
