import type { Delivery } from "../deliveries/delivery.ts";
import type { JsonObject } from "../networks/contract/remote.ts";

/**
 * A request for a delivery that is not claimed yet. It may not be ready in time, and it may never be used.
 */
export interface PrefetchedRequest {
  readonly delivery: Delivery;
  readonly madeAt: Date;
  /** Undefined while it is being prepared, and if that failed. */
  readonly request: JsonObject | undefined;
}

const freshMs = 10_000;

/**
 * Returns the prefetched request for a delivery that is being claimed. Undefined if the delivery's text or
 * time has changed, or if the request is too old, because it contains its creation time.
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

/** Compares in both directions, because the clock may have been set back. */
export function isFresh({ madeAt }: PrefetchedRequest, now: Date): boolean {
  return Math.abs(now.getTime() - madeAt.getTime()) < freshMs;
}
