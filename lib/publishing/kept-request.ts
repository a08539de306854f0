import type { JsonObject } from "../networks/contract/remote.ts";
import type { Delivery } from "./delivery.ts";

const freshMs = 10 * 60_000;

/**
 * The request that was frozen earlier, where it still may leave. Once one of its bytes may have left,
 * it stays as it is for ever. Else it is made anew after a while: it says when it was made, and a
 * post that was moved by a week must carry the time at which it goes out.
 */
export function keptRequest(
  { request, firstIntentAt, intentAt }: Pick<Delivery, "request" | "firstIntentAt" | "intentAt">,
  now: Date,
): JsonObject | undefined {
  if (!request) return undefined;
  const isFresh = intentAt !== null && Math.abs(now.getTime() - intentAt.getTime()) <= freshMs;
  return firstIntentAt || isFresh ? request : undefined;
}
