import { handlersByType } from "../events/handlers.ts";

const known: { readonly [type: string]: readonly string[] } = handlersByType;
const handlers = new Set(Object.values(known).flat());

/**
 * Returns the key of the text for a handler. Another version may have written a name that is unknown here.
 */
export function workKey(handler: string): string {
  return `jobs.handlers.${handlers.has(handler) ? handler : "other"}`;
}

/** Returns the key of the text for the event that caused a job. */
export function afterKey(eventType: string): string {
  return `jobs.after.${eventType in known ? eventType.replaceAll(".", "-") : "other"}`;
}

/** Returns how many subjects the event has; 1 unless its details list ids. */
export function countIn(detail: Readonly<Record<string, unknown>>): number {
  const { ids } = detail;
  return Array.isArray(ids) ? ids.length : 1;
}
