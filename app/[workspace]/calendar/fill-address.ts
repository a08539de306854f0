import type { ShownCalendar } from "./in-words.ts";

/**
 * Returns the composer's address for a stage with too few posts, with the next free slot of its queue if
 * there is one.
 */
export function fillAddress(
  workspace: string,
  stageKey: string,
  { fills }: Pick<ShownCalendar, "fills">,
): string {
  const query = new URLSearchParams({ stage: stageKey });
  const place = fills[stageKey];
  if (place) {
    query.set("at", place.at);
    query.set("slot", place.accountIds.join());
  }
  return `/${workspace}/compose?${query}`;
}
