import type { EventType } from "./event.ts";

/**
 * Handlers per event type. `record` inserts one job per handler in the event's transaction;
 * `lib/event-handlers.ts` implements them. Events of other types are only kept as history.
 */
export const handlersByType = {
  "account.connected": ["settle-notifications", "collect-soon", "subscribe"],
  "account.needs-reconnect": ["notify"],
  "account.out-of-credit": ["notify"],
  "account.recovered": ["settle-notifications", "subscribe"],
  "account.resumed": ["settle-notifications"],
  "delivery.published": ["settle-notifications", "record-recognition", "collect-soon"],
  "delivery.failed": ["notify"],
  "delivery.needs-person": ["notify"],
  "delivery.takes-long": ["notify"],
  "delivery.answered": ["settle-notifications"],
  "post.rescheduled": ["settle-notifications"],
  "post.unscheduled": ["settle-notifications"],
  "post.deleted": ["reopen-shout-out"],
  "post.restored": ["keep-shout-out"],
  "safe-mode.entered": ["notify"],
  "job.given-up": ["notify"],
  "job.retried": ["settle-notifications"],
} as const satisfies { readonly [Type in EventType]?: readonly string[] };

export type HandledType = keyof typeof handlersByType;
export type HandlerOf<Type extends HandledType> = (typeof handlersByType)[Type][number];
export type HandlerName = HandlerOf<HandledType>;

export function handlersOf(type: EventType): readonly HandlerName[] {
  const all: { readonly [Type in EventType]?: readonly HandlerName[] } = handlersByType;
  return all[type] ?? [];
}
