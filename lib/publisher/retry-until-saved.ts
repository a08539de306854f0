import type { Delivery } from "../deliveries/delivery.ts";
import { retryUntil } from "../jobs/retry.ts";
import type { Run } from "./run.ts";

const past = new Date(0);

/** Keeps what became of a delivery for as long as it is ours, or until the product stops. */
export function retryUntilSaved<Value>(
  { runtime, isStopping }: Run,
  { leaseUntil, id }: Delivery,
  work: () => Promise<Value>,
): Promise<Value> {
  const step = { what: "A step", about: { deliveryId: id } };
  return retryUntil(runtime, { ...step, until: leaseUntil ?? past, isStopping }, work);
}
