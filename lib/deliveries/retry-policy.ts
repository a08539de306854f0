import type { OutcomeRule } from "../networks/contract/manifest.ts";
import { backoff, addMs, type Change } from "./change.ts";
import type { Delivery } from "./delivery.ts";

const minuteMs = 60_000;
const alertAfterMs = 15 * minuteMs;
const longestMs = 120 * minuteMs;
const mostSetbacks = 12;
const atOnce = 3;

/** Returns when the next try after another failure is due, at the latest when people have to be notified. */
export function nextTry(
  delivery: Delivery,
  now: Date,
): Pick<Change, "consecutiveFailures" | "dueAt"> {
  const consecutiveFailures = delivery.consecutiveFailures + 1;
  return {
    consecutiveFailures,
    dueAt: noLaterThanAlert(delivery, now, backoff(now, consecutiveFailures)),
  };
}

/**
 * Like `nextTry` after the worker stopped. The first three tries are immediate, because the delivery is
 * probably not the cause; later ones back off, so that a delivery that crashes its worker leaves room for
 * others.
 */
export function afterInterruption(
  delivery: Delivery,
  now: Date,
): Pick<Change, "consecutiveFailures" | "dueAt"> {
  const consecutiveFailures = delivery.consecutiveFailures + 1;
  if (consecutiveFailures <= atOnce) return { consecutiveFailures, dueAt: delivery.dueAt };
  return {
    consecutiveFailures,
    dueAt: noLaterThanAlert(delivery, now, backoff(now, consecutiveFailures - atOnce)),
  };
}

function noLaterThanAlert(delivery: Delivery, now: Date, dueAt: Date): Date {
  const tellAt = addMs(waitingSince(delivery), alertAfterMs);
  return now < tellAt && tellAt < dueAt ? tellAt : dueAt;
}

/**
 * Whether a person has to decide: after both many failures and a long time, because either alone proves
 * little.
 */
export function isWornOut(delivery: Delivery, now: Date): boolean {
  return (
    delivery.consecutiveFailures + 1 >= mostSetbacks &&
    now >= addMs(waitingSince(delivery), longestMs)
  );
}

/**
 * Whether people have to be notified now that the delivery takes long: 15 minutes after it should or may have
 * left, and not before 5 minutes after the settle time if it is in doubt. The engine continues by itself.
 */
export function isAlertDue(delivery: Delivery, rule: OutcomeRule, now: Date): boolean {
  const { state, consecutiveFailures, ambiguousSends, alertedAt, recovery } = delivery;
  // After a restore people are notified of all deliveries at once.
  if (alertedAt || recovery === "restored") return false;
  const isStuck = state === "unknown" || (state === "scheduled" && consecutiveFailures > 0);
  const settledMs = ambiguousSends > 0 ? rule.settleMs + 5 * minuteMs : 0;
  return isStuck && now >= addMs(waitingSince(delivery), Math.max(alertAfterMs, settledMs));
}

/**
 * Returns since when the delivery should be published: its planned time, or, if in doubt, its first intent if
 * that is later.
 */
function waitingSince({ state, ambiguousSends, plannedAt, firstIntentAt }: Delivery): Date {
  const isDoubt = ambiguousSends > 0 || state === "unknown" || state === "reconciling";
  return isDoubt && firstIntentAt && firstIntentAt > plannedAt ? firstIntentAt : plannedAt;
}
