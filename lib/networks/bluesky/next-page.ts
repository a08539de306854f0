import type { Seen } from "../kit/walk.ts";

/**
 * The network's cursor is the oldest instant of the page, and the next page begins before it: whatever
 * else happened in that very millisecond would be lost. So we ask from one millisecond later.
 */
export function nextPage(next: string | undefined, seen: readonly Seen[]): string | undefined {
  const [first, last] = [seen[0]?.at, seen.at(-1)?.at];
  if (next === undefined || last === undefined) return next;
  // A page full of one millisecond: the network's cursor is then the only way on.
  if (Date.parse(next) !== Date.parse(last) || first === last) return next;
  return new Date(Date.parse(last) + 1).toISOString();
}
