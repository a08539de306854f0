import type { OutcomeRule } from "../networks/contract/manifest.ts";
import { backoff, addMs, type Change } from "./change.ts";
import type { Delivery } from "./delivery.ts";

const minuteMs = 60_000;
const alertAfterMs = 15 * minuteMs;
const longestMs = 120 * minuteMs;
const mostSetbacks = 12;
const atOnce = 3;

/** When the next try is due after one more of which nothing came; no later than somebody has to be told of it. */
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
 * The same after the worker stopped in the middle of it. That is not the delivery's fault, so it is
 * taken up at once; what ends its worker every time leaves others room in between.
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

/** Many tries and a long time: either alone says little. Then a person has to decide. */
export function isWornOut(delivery: Delivery, now: Date): boolean {
  return (
    delivery.consecutiveFailures + 1 >= mostSetbacks &&
    now >= addMs(waitingSince(delivery), longestMs)
  );
}

/**
 * Whether people have to be told now that a delivery takes long, though the engine goes on by
 * itself: 15 minutes after it should have left or may have left, and not before the network can know.
 */
export function isAlertDue(delivery: Delivery, rule: OutcomeRule, now: Date): boolean {
  const { state, consecutiveFailures, ambiguousSends, alertedAt, recovery } = delivery;
  // After a restore people are told of all at once.
  if (alertedAt || recovery === "restored") return false;
  const isStuck = state === "unknown" || (state === "scheduled" && consecutiveFailures > 0);
  const settledMs = ambiguousSends > 0 ? rule.settleMs + 5 * minuteMs : 0;
  return isStuck && now >= addMs(waitingSince(delivery), Math.max(alertAfterMs, settledMs));
}

/** Since when it should be out: its time, or the first moment at which it may have left, if that is later. */
function waitingSince({ state, ambiguousSends, plannedAt, firstIntentAt }: Delivery): Date {
  const isDoubt = ambiguousSends > 0 || state === "unknown" || state === "reconciling";
  return isDoubt && firstIntentAt && firstIntentAt > plannedAt ? firstIntentAt : plannedAt;
}
