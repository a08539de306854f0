import { addMs } from "../deliveries/change.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { leaseMs } from "../deliveries/lease.ts";
import { semaphore } from "../kernel/semaphore.ts";
import { extendLease } from "./lease-repository.ts";
import { type Prepared, prepareRequest, type Progress } from "./prepare-request.ts";
import type { Run } from "./run.ts";

/** Limits simultaneous uploads of videos, because they share the outgoing bandwidth. */
const withVideo = semaphore(3);

const renewalMs = 10_000;

/**
 * Prepares a delivery with a video. The upload takes minutes, longer than a lease, so the lease is renewed
 * meanwhile with the progress as its reason. Nothing is public yet, so losing the delivery to another worker
 * does no harm. Returns the delivery with its current lease.
 */
export async function prepareWithVideo(
  run: Run,
  claimed: Delivery,
): Promise<{ readonly prepared: Prepared; readonly held: Delivery }> {
  let held = claimed;
  const progress: Progress = { sent: 0, total: 1 };
  const renew = async () => {
    const { outcome } = run.runtime.networks.get(claimed.network);
    const percent = Math.min(100, Math.floor((100 * progress.sent) / progress.total));
    const change = {
      leaseUntil: addMs(run.runtime.clock.now(), leaseMs(outcome)),
      reason: "video-on-its-way",
      reasonDetail: `${percent} %`,
    };
    const isOurs = await run.commit((tx) => extendLease(tx, claimed, change));
    if (isOurs) held = { ...held, ...change };
  };
  let renewing: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    // After a failure the lease stays as it is, and the next interval tries again.
    renewing = renewing
      .then(renew)
      .catch((error: unknown) =>
        run.runtime.log.warn(
          { deliveryId: claimed.id, error: String(error) },
          "A lease was not renewed.",
        ),
      );
  }, renewalMs);
  try {
    const prepared = await withVideo(() => prepareRequest(run, claimed, progress));
    clearInterval(timer);
    await renewing;
    return { prepared, held };
  } finally {
    clearInterval(timer);
  }
}
