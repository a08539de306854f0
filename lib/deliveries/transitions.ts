import type { DeliveryEvent, EventType } from "./delivery-event.ts";
import type { DeliveryState } from "./delivery.ts";

/**
 * Allowed next states by state and event; anything else is a bug. docs/architecture.md shows them as a
 * diagram. `transition` picks one of several states.
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
    // The first commit succeeded although the worker got an error.
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

/** Throws if the event must not take a delivery to that state, so that a bug is not stored. */
export function requireAllowed(
  from: DeliveryState,
  { type }: DeliveryEvent,
  to: DeliveryState,
): void {
  // For a row with an unknown state, the only allowed step is to ask a person.
  const allowed = type === "unreadable" ? ["needs_person"] : transitions[from]?.[type];
  if (!allowed?.includes(to))
    throw new Error(`A delivery cannot go from ${from} to ${to} by ${type}.`);
}
