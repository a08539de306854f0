import { addMs } from "../deliveries/change.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { isAskedFirst } from "../deliveries/search-first.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import { listDueSoon, listFollowing } from "./prefetch-repository.ts";
import { isFresh, type PrefetchedRequest } from "./prefetched-request.ts";
import { prepareRequest } from "./prepare-request.ts";
import type { Run } from "./run.ts";

/** How long before its due time a delivery's request is prepared. */
export const prefetchMs = 1_000;
const accountsPerRound = 1_000;

/**
 * Prepares the account's next request while the current one is in flight, so that a queue takes one commit
 * per post.
 */
export function prefetchNext(run: Run, { accountId }: Delivery): void {
  run.prefetched.delete(accountId);
  inBackground(run, async () => {
    const now = run.runtime.clock.now();
    await prepareNext(run, await run.readInBatch(listFollowing, { accountId, now }));
  });
}

/**
 * Prepares requests that are due soon, so that only one commit, of claim and intent together, lies between
 * the due time and the request. The claim checks everything again, so an outdated request is not used.
 */
export function prefetchSoon(run: Run): void {
  inBackground(run, async () => {
    const { clock, db } = run.runtime;
    const now = clock.now();
    const until = addMs(now, prefetchMs);
    const accountIds = await listDueSoon(db, now, { until, limit: accountsPerRound });
    const asked = accountIds.map((accountId) => ({ accountId, now: until }));
    const next = await listFollowing(db, asked);
    await Promise.all(next.map((delivery) => prepareNext(run, delivery)));
  });
}

function inBackground(run: Run, work: () => Promise<void>): void {
  if (run.isStopping()) return;
  work().catch((error: unknown) =>
    run.runtime.log.warn({ error: String(error) }, "Nothing was prepared ahead."),
  );
}

async function prepareNext(run: Run, delivery: Delivery | undefined): Promise<void> {
  if (!delivery || !isPreparedAtOnce(run.runtime.networks, delivery)) return;
  const madeAt = run.runtime.clock.now();
  const known = run.prefetched.get(delivery.accountId);
  if (known?.delivery.id === delivery.id && isFresh(known, madeAt)) return;
  const prefetched: PrefetchedRequest = { delivery, madeAt, request: undefined };
  run.prefetched.set(delivery.accountId, prefetched);
  const prepared = await prepareRequest(run, delivery);
  if (prepared.kind === "ready" && run.prefetched.get(delivery.accountId) === prefetched)
    run.prefetched.set(delivery.accountId, { ...prefetched, request: prepared.request });
}

/**
 * Whether a request can be prepared without side effects: images and containers are uploaded to the network,
 * and later parts of a thread need the previous part.
 */
function isPreparedAtOnce(networks: NetworkRegistry, delivery: Delivery): boolean {
  const { request, snapshot, part, network } = delivery;
  return (
    !isAskedFirst(delivery) &&
    request === null &&
    part === 1 &&
    snapshot.images.length === 0 &&
    !snapshot.video &&
    networks.get(network).outcome.kind !== "container"
  );
}
