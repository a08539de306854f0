import { addMs } from "../deliveries/change.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { leaseMs } from "../deliveries/lease.ts";
import { semaphore } from "../kernel/semaphore.ts";
import { extendLease } from "./lease-repository.ts";
import { type Prepared, prepareRequest, type Progress } from "./prepare-request.ts";
import type { Run } from "./run.ts";

/** A line out is shared by all that use it. */
const withVideo = semaphore(3);

const renewalMs = 10_000;

/**
 * A video is on its way to a network for minutes, longer than any lease: meanwhile the lease is renewed,
 * and says how far it is. Nothing that anybody sees has left, so whoever loses the delivery does no harm.
 * Answers with the delivery as its lease stands.
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
    // A failure leaves the lease as it is; the next turn tries again.
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
