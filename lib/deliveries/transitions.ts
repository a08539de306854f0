import type { DeliveryEvent, EventType } from "./delivery-event.ts";
import type { DeliveryState } from "./delivery.ts";

/**
 * Where each event may take a delivery from each state; what is not here cannot happen. docs/architecture.md
 * draws it. Which of several states it is, `transition` decides from the event and the delivery.
 */
export const transitions: Readonly<
  Record<DeliveryState, Readonly<Partial<Record<EventType, readonly DeliveryState[]>>>>
> = {
  scheduled: {
    claim: ["claimed", "sending", "reconciling"],
    late: ["missed", "cancelled", "needs_person"],
    "monthly-cap": ["scheduled"],
    "account-disconnected": ["cancelled"],
    restored: ["unknown"],
    "search-first": ["scheduled"],
    "thread-stopped": ["stopped"],
    "thread-resumed": ["scheduled"],
    reschedule: ["scheduled"],
    unschedule: ["cancelled"],
  },
  claimed: {
    intent: ["sending"],
    prepare: ["scheduled", "failed", "needs_person"],
    "put-back": ["scheduled"],
    "lease-lost": ["scheduled", "failed", "needs_person"],
    restored: ["unknown"],
  },
  sending: {
    // A commit that was kept although the worker was told otherwise.
    intent: ["sending"],
    publish: ["published", "scheduled", "unknown", "failed", "needs_person"],
    "lease-lost": ["unknown"],
    restored: ["unknown"],
  },
  unknown: {
    claim: ["reconciling"],
    alert: ["unknown"],
    "account-disconnected": ["needs_person"],
    restored: ["unknown"],
  },
  reconciling: {
    reconcile: ["published", "scheduled", "unknown", "needs_person"],
    "lease-lost": ["unknown", "needs_person"],
    restored: ["unknown"],
  },
  published: {
    edit: ["published"],
    remove: ["published"],
  },
  needs_person: {
    resolve: ["published", "scheduled", "cancelled"],
  },
  failed: {
    resolve: ["scheduled", "cancelled"],
    move: ["scheduled"],
    reschedule: ["scheduled"],
    unschedule: ["cancelled"],
    rewrite: ["cancelled"],
  },
  missed: {
    resolve: ["scheduled", "cancelled"],
    move: ["scheduled"],
    reschedule: ["scheduled"],
    unschedule: ["cancelled"],
    rewrite: ["cancelled"],
    "thread-stopped": ["stopped"],
    "thread-resumed": ["scheduled"],
  },
  stopped: {
    reschedule: ["scheduled"],
    unschedule: ["cancelled"],
    "thread-resumed": ["scheduled"],
  },
  cancelled: {
    "undo-resolution": ["needs_person", "missed", "failed"],
    unschedule: ["cancelled"],
  },
};

/** Throws where the event cannot take a delivery there: a bug, which must not be written down. */
export function requireAllowed(
  from: DeliveryState,
  { type }: DeliveryEvent,
  to: DeliveryState,
): void {
  // A row of another version: all that may be done with it is to ask a person.
  const allowed = type === "unreadable" ? ["needs_person"] : transitions[from]?.[type];
  if (!allowed?.includes(to))
    throw new Error(`A delivery cannot go from ${from} to ${to} by ${type}.`);
}
