import { handlersByType } from "../events/handlers.ts";

const known: { readonly [type: string]: readonly string[] } = handlersByType;
const handlers = new Set(Object.values(known).flat());

/** The message that says what was to be done; a row may come from another version. */
export function workKey(handler: string): string {
  return `jobs.handlers.${handlers.has(handler) ? handler : "other"}`;
}

/** The message that says after what. */
export function afterKey(eventType: string): string {
  return `jobs.after.${eventType in known ? eventType.replaceAll(".", "-") : "other"}`;
}

/** How many things the event is about, where its message says so. */
export function countIn(detail: Readonly<Record<string, unknown>>): number {
  const { ids } = detail;
  return Array.isArray(ids) ? ids.length : 1;
}
