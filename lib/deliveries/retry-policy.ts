import type { OutcomeRule } from "../networks/contract/connector.ts";
import { backoff, later, type Change } from "./change.ts";
import type { Delivery } from "./delivery.ts";

const minuteMs = 60_000;
const patienceMs = 15 * minuteMs;
const longestMs = 120 * minuteMs;
const mostSetbacks = 12;
const atOnce = 3;

/** When the next try is due after one more of which nothing came; no later than somebody has to be told of it. */
export function nextTry(delivery: Delivery, now: Date): Pick<Change, "setbacks" | "dueAt"> {
  const setbacks = delivery.setbacks + 1;
  return { setbacks, dueAt: inTimeToTell(delivery, now, backoff(now, setbacks)) };
}

/**
 * The same after the worker stopped in the middle of it. That is not the delivery's fault, so it is
 * taken up at once; what ends its worker every time leaves others room in between.
 */
export function afterInterruption(
  delivery: Delivery,
  now: Date,
): Pick<Change, "setbacks" | "dueAt"> {
  const setbacks = delivery.setbacks + 1;
  if (setbacks <= atOnce) return { setbacks, dueAt: delivery.dueAt };
  return { setbacks, dueAt: inTimeToTell(delivery, now, backoff(now, setbacks - atOnce)) };
}

function inTimeToTell(delivery: Delivery, now: Date, dueAt: Date): Date {
  const tellAt = later(waitingSince(delivery), patienceMs);
  return now < tellAt && tellAt < dueAt ? tellAt : dueAt;
}

/** Many tries and a long time: either alone says little. Then a person has to decide. */
export function isWornOut(delivery: Delivery, now: Date): boolean {
  return delivery.setbacks + 1 >= mostSetbacks && now >= later(waitingSince(delivery), longestMs);
}

/**
 * Whether people have to be told now that a delivery takes long, though the engine goes on by
 * itself: 15 minutes after it should have left or may have left, and not before the network can know.
 */
export function isToBeTold(delivery: Delivery, rule: OutcomeRule, now: Date): boolean {
  const { state, setbacks, doubts, toldAt, recovery } = delivery;
  // After a restore people are told of all at once.
  if (toldAt || recovery === "restored") return false;
  const isStuck = state === "unknown" || (state === "scheduled" && setbacks > 0);
  const settledMs = doubts > 0 ? rule.settleMs + 5 * minuteMs : 0;
  return isStuck && now >= later(waitingSince(delivery), Math.max(patienceMs, settledMs));
}

/** Since when it should be out: its time, or the first moment at which it may have left, if that is later. */
function waitingSince({ state, doubts, plannedAt, firstIntentAt }: Delivery): Date {
  const isDoubt = doubts > 0 || state === "unknown" || state === "reconciling";
  return isDoubt && firstIntentAt && firstIntentAt > plannedAt ? firstIntentAt : plannedAt;
}
