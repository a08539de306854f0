import type { Delivery } from "../deliveries/delivery.ts";
import type { JsonObject } from "../networks/contract/remote.ts";

/** A request for a delivery that nobody holds yet. It may not be there in time, and may never be used. */
export interface PrefetchedRequest {
  readonly delivery: Delivery;
  readonly madeAt: Date;
  /** Undefined while it is being made, and where that failed. */
  readonly request: JsonObject | undefined;
}

const freshMs = 10_000;

/**
 * What was made ahead for a delivery that is claimed now. Not where it has been made anew since,
 * for another time or with other words, and not long afterwards: a request says when it was written.
 */
export function prefetchedRequestFor(
  delivery: Delivery,
  prefetched: PrefetchedRequest | undefined,
  now: Date,
): JsonObject | undefined {
  if (!prefetched || delivery.request !== null) return undefined;
  const { id, bodyHash, plannedAt } = prefetched.delivery;
  const isSame =
    delivery.id === id &&
    delivery.bodyHash === bodyHash &&
    delivery.plannedAt.getTime() === plannedAt.getTime();
  return isSame && isFresh(prefetched, now) ? prefetched.request : undefined;
}

/** Either way: a clock may be set back. */
export function isFresh({ madeAt }: PrefetchedRequest, now: Date): boolean {
  return Math.abs(now.getTime() - madeAt.getTime()) < freshMs;
}
