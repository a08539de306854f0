import type { Delivery } from "../deliveries/delivery.ts";
import { retryUntil } from "../jobs/retry.ts";
import type { Run } from "./run.ts";

const past = new Date(0);

/** Retries saving a delivery's outcome until its lease ends or the product stops. */
export function retryUntilSaved<Value>(
  { runtime, isStopping }: Run,
  { leaseUntil, id }: Delivery,
  work: () => Promise<Value>,
): Promise<Value> {
  const step = { what: "A step", about: { deliveryId: id } };
  return retryUntil(runtime, { ...step, until: leaseUntil ?? past, isStopping }, work);
}
