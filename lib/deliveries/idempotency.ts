import type { OutcomeRule } from "../networks/contract/manifest.ts";
import type { Delivery } from "./delivery.ts";

const keyWindowMs = 55 * 60_000;

/**
 * Whether the same request may be sent again after one that was not answered. This is safe only while the
 * network recognizes the repeated request by an id or a key, or refuses the same content twice, so that a
 * late acceptance of the first makes no second post.
 */
export function mayResend(
  rule: OutcomeRule,
  { ambiguousSends, firstIntentAt }: Pick<Delivery, "ambiguousSends" | "firstIntentAt">,
  now: Date,
): boolean {
  if (rule.kind === "listing") return false;
  // A network that cannot be asked is sent the request only once more.
  if (rule.kind === "refusal-only" && ambiguousSends > 1) return false;
  const windowMs = rule.repeatableMs ?? (rule.kind === "key" ? keyWindowMs : undefined);
  return windowMs === undefined || isWithin(firstIntentAt, windowMs, now);
}

/**
 * Whether a delivery waits to be sent again although the safe period has passed. The network is then asked
 * first.
 */
export function isResendUnsafe(delivery: Delivery, rule: OutcomeRule, now: Date): boolean {
  return delivery.ambiguousSends > 0 && !mayResend(rule, delivery, now);
}

/** Whether the network itself prevents a repeated request from making a second post. */
export function isIdempotent({ kind }: OutcomeRule): boolean {
  return kind === "own-id" || kind === "key" || kind === "container";
}

/**
 * Whether an earlier request has an outcome that is still unknown. The answer to the next request then does
 * not settle the delivery.
 */
export function isOutcomeUnknown(
  delivery: Pick<Delivery, "ambiguousSends">,
  rule: OutcomeRule,
): boolean {
  return delivery.ambiguousSends > 0 && !isIdempotent(rule);
}

function isWithin(since: Date | null, windowMs: number, now: Date): boolean {
  return since !== null && now.getTime() - since.getTime() < windowMs;
}
