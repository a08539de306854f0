import type { Seen } from "../kit/walk.ts";

/**
 * Returns the cursor of the next page. The network's cursor is the oldest time of the page and is exclusive,
 * so other entries of the same millisecond would be lost. The next page therefore starts one millisecond
 * later.
 */
export function nextPage(next: string | undefined, seen: readonly Seen[]): string | undefined {
  const [first, last] = [seen[0]?.at, seen.at(-1)?.at];
  if (next === undefined || last === undefined) return next;
  // The whole page has one timestamp, so only the network's own cursor leads further.
  if (Date.parse(next) !== Date.parse(last) || first === last) return next;
  return new Date(Date.parse(last) + 1).toISOString();
}
