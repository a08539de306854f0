import type { ShownCalendar } from "./in-words.ts";

/** Where a post for a stage begins that has too few: at its next free place of the queue, where there is one. */
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
