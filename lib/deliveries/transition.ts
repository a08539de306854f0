import { afterNothingPosted, afterPublish } from "./after-publish.ts";
import { afterReconcile } from "./after-reconcile.ts";
import { type Change, type Facts, inDoubt, needsPerson } from "./change.ts";
import type { DeliveryEvent, EventType } from "./delivery-event.ts";
import type { Delivery } from "./delivery.ts";
import { afterTooLate } from "./lateness.ts";
import { afterClaim, afterIntent } from "./lease.ts";
import { withTriesReset, afterNewTime } from "./movable.ts";
import { afterResolution } from "./resolution.ts";
import { afterInterruption, isAlertDue, isWornOut } from "./retry-policy.ts";
import { afterRestore, afterSearch, isSearched, searchedFirst } from "./search-first.ts";
import { requireAllowed } from "./transitions.ts";

/**
 * Returns the change that an event makes to a delivery. Contains the whole state machine, for the engine's
 * and a person's events.
 */
export function transition(delivery: Delivery, event: DeliveryEvent, facts: Facts): Change {
  const change = decide(delivery, event, facts);
  requireAllowed(delivery.state, event, change.state);
  const isTold =
    mayTakeLong.has(event.type) && isAlertDue({ ...delivery, ...change }, facts.rule, facts.now);
  return isTold ? { ...change, alertedAt: facts.now } : change;
}

/** Events after which the engine continues by itself and people may have to be notified of a delay. */
const mayTakeLong: ReadonlySet<EventType> = new Set([
  "prepare",
  "publish",
  "reconcile",
  "lease-lost",
  "restored",
]);

type Decision<Type extends EventType> = (
  delivery: Delivery,
  event: Extract<DeliveryEvent, { type: Type }>,
  facts: Facts,
) => Change;

const decisions: { readonly [Type in EventType]: Decision<Type> } = {
  prepare: (delivery, { outcome }, facts) => afterNothingPosted(delivery, outcome, facts),
  publish: (delivery, { outcome }, facts) => afterPublish(delivery, outcome, facts),
  reconcile(delivery, { outcome }, facts) {
    const change = afterReconcile(delivery, outcome, facts);
    return isSearched(delivery) ? afterSearch(delivery, outcome.kind, change) : change;
  },

  claim: afterClaim,
  intent: (delivery, { request }, facts) => afterIntent(delivery, request, facts),
  "put-back": () => ({ state: "scheduled" }),
  "lease-lost": (delivery, _event, facts) => afterLostLease(delivery, facts),
  late: (delivery, { policy }, facts) => afterTooLate(delivery, policy, facts),
  "monthly-cap": ({ state }) => ({
    state,
    recovery: "none",
    reason: "monthly-cap",
    reasonDetail: null,
  }),
  "account-disconnected": withoutAccount,
  alert: ({ state }, _event, { now }) => ({ state, alertedAt: now, why: undefined }),
  restored: (delivery, _event, facts) => afterRestore(delivery, facts),
  "search-first": ({ state }) => ({ state, ...searchedFirst(true), reasonDetail: null }),
  "thread-stopped": () => ({ state: "stopped", reason: "earlier-part-missing" }),
  "thread-resumed": (_delivery, event) => afterNewTime(event),
  unreadable: ({ state }) => needsPerson({ reason: "unreadable-state", detail: `state: ${state}` }),

  resolve: (delivery, event, { now }) => afterResolution(delivery, event, now),
  // Keeps `updatedAt`, because the network was not searched again since the delivery was left out.
  "undo-resolution": ({ updatedAt }, { state, reason }) => ({
    state,
    reason,
    reasonDetail: null,
    updatedAt,
  }),
  move: (delivery, event) => ({ ...afterNewTime(event), ...withTriesReset(delivery) }),
  reschedule: (delivery, event) => ({ ...afterNewTime(event), ...withTriesReset(delivery) }),
  unschedule: () => ({ state: "cancelled", recovery: "none", reason: "unscheduled" }),
  rewrite: (_delivery, { draftId }) => ({
    state: "cancelled",
    recovery: "none",
    reason: "rewritten",
    reasonDetail: null,
    draftId,
  }),
  edit: ({ state, snapshot }, { text, url }) => ({ state, snapshot: { ...snapshot, text }, url }),
  remove: ({ state }, _event, { now }) => ({ state, removedAt: now }),
};

function decide<Type extends EventType>(
  delivery: Delivery,
  event: Extract<DeliveryEvent, { type: Type }>,
  facts: Facts,
): Change {
  const decision: Decision<Type> = decisions[event.type as Type];
  return decision(delivery, event, facts);
}

function afterLostLease(delivery: Delivery, facts: Facts): Change {
  const { now } = facts;
  const detail = "The worker stopped before an answer was kept.";
  if (delivery.state === "sending") {
    // The worker may have sent it until its lease ended, but not later.
    const since = delivery.leaseUntil && delivery.leaseUntil < now ? delivery.leaseUntil : now;
    return inDoubt(delivery, facts, { since, detail });
  }
  // A delivery that interrupts its worker every time is given up.
  if (isWornOut(delivery, now)) return givenUp(delivery, detail);
  const state = delivery.state === "reconciling" ? "unknown" : "scheduled";
  return { state, ...afterInterruption(delivery, now), why: "interrupted" };
}

function givenUp({ state, ambiguousSends }: Delivery, detail: string): Change {
  return state === "reconciling" || ambiguousSends > 0
    ? needsPerson({ reason: "still-unknown", detail })
    : { state: "failed", recovery: "none", reason: "always-interrupted", reasonDetail: null };
}

/** A waiting delivery of a disconnected account is cancelled; one in doubt needs a person. */
function withoutAccount({ state }: Delivery): Change {
  return {
    state: state === "unknown" ? "needs_person" : "cancelled",
    recovery: "none",
    reason: "account-disconnected",
    reasonDetail: null,
  };
}
