import type { OutcomeRule } from "../networks/contract/manifest.ts";
import type { Delivery } from "./delivery.ts";

const keyWindowMs = 55 * 60_000;

/**
 * Whether the same request may leave once more after one that was not answered. Only where a late
 * acceptance of the first could not make a second post: the network knows the request by an id or a
 * key, or refuses the same content twice, and not for longer than it does.
 */
export function mayResend(
  rule: OutcomeRule,
  { ambiguousSends, firstIntentAt }: Pick<Delivery, "ambiguousSends" | "firstIntentAt">,
  now: Date,
): boolean {
  if (rule.kind === "listing") return false;
  // A network that cannot be asked is probed once.
  if (rule.kind === "refusal-only" && ambiguousSends > 1) return false;
  const windowMs = rule.repeatableMs ?? (rule.kind === "key" ? keyWindowMs : undefined);
  return windowMs === undefined || isWithin(firstIntentAt, windowMs, now);
}

/** Waits to be sent once more, but too long has passed: the network is asked anew instead. */
export function isResendUnsafe(delivery: Delivery, rule: OutcomeRule, now: Date): boolean {
  return delivery.ambiguousSends > 0 && !mayResend(rule, delivery, now);
}

/** The network itself keeps a repeated request from making a second post, whatever became of the first. */
export function isIdempotent({ kind }: OutcomeRule): boolean {
  return kind === "own-id" || kind === "key" || kind === "container";
}

/**
 * Whether a request may have left that nobody could account for since: what the network says of the
 * next one does not settle what became of that.
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
