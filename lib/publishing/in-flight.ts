import type { JsonObject } from "../networks/contract/remote.ts";
import { connectorFor } from "../networks/registry.ts";
import type { Delivery } from "./delivery.ts";

const preparationMs = 60_000;

/** Long enough for everything that happens under it; more than twice what the request may take. */
export function leaseMs(network: string): number {
  return 2 * connectorFor(network).outcome.timeoutMs + preparationMs;
}

/** In the hands of one worker until the lease ends. */
export function claimedBy(
  workerId: string,
  delivery: Delivery,
  { state, now }: { state: "claimed" | "reconciling"; now: Date },
): Delivery {
  return {
    ...delivery,
    state,
    leaseOwner: workerId,
    leaseUntil: new Date(now.getTime() + leaseMs(delivery.network)),
    fence: delivery.fence + 1,
    updatedAt: now,
  };
}

export const claimColumns = ["state", "leaseOwner", "leaseUntil", "fence", "updatedAt"] as const;

/** About to leave: once this is committed, silence means doubt. */
export function sendingOf(claimed: Delivery, request: JsonObject, now: Date): Delivery {
  return {
    ...claimed,
    state: "sending",
    request,
    intentAt: now,
    firstIntentAt: claimed.firstIntentAt ?? now,
    attempts: claimed.attempts + 1,
    leaseUntil: new Date(now.getTime() + leaseMs(claimed.network)),
    updatedAt: now,
  };
}

export const intentColumns = [
  "state",
  "request",
  "intentAt",
  "firstIntentAt",
  "attempts",
  "leaseUntil",
  "updatedAt",
] as const;
