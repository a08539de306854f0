import type { OutcomeRule } from "../networks/connector.ts";
import type { Delivery } from "./delivery.ts";

const keyWindowMs = 55 * 60_000;

/**
 * Whether the same request may go out once more after the network was asked and did not show the
 * post. Only where a late acceptance of the first one could not make a second post, or where the
 * network itself would refuse it as a duplicate.
 */
export function mayResend(
  kind: OutcomeRule["kind"],
  delivery: Pick<Delivery, "attempts" | "firstIntentAt">,
  now: Date,
): boolean {
  switch (kind) {
    case "own-id":
    case "container":
    case "duplicate-listing":
      return true;
    case "key":
      return isWithin(delivery.firstIntentAt, keyWindowMs, now);
    case "refusal-only":
      return delivery.attempts < 2;
    case "listing":
      return false;
  }
}

function isWithin(since: Date | null, windowMs: number, now: Date): boolean {
  return since !== null && now.getTime() - since.getTime() < windowMs;
}
