import { later } from "../deliveries/change.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { isAskedFirst } from "../deliveries/search-first.ts";
import { connectorFor } from "../networks/registry.ts";
import { listDueSoon, listFollowing } from "./prefetch-repository.ts";
import { isFresh, type Ahead } from "./prefetched-request.ts";
import { prepareRequest } from "./prepare-request.ts";
import type { Run } from "./run.ts";

/** How long before its instant a delivery is made ready. */
export const soonMs = 1_000;
const accountsPerRound = 1_000;

/**
 * While one request is on its way, makes ready what the account sends next, so that a queue on one
 * account waits for the disk once a post.
 */
export function prepareAhead(run: Run, { accountId }: Delivery): void {
  run.ahead.delete(accountId);
  inBackground(run, async () => {
    const now = run.runtime.clock.now();
    await prepareNext(run, await run.readTogether(listFollowing, { accountId, now }));
  });
}

/**
 * Makes ready what becomes due soon, so that between its instant and its request lies one commit:
 * that of the claim, which asks everything anew, and of the intent. Nobody is bound by what is here.
 */
export function prepareSoon(run: Run): void {
  inBackground(run, async () => {
    const { clock, db } = run.runtime;
    const now = clock.now();
    const until = later(now, soonMs);
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
  if (!delivery || !isPreparedAtOnce(delivery)) return;
  const madeAt = run.runtime.clock.now();
  const known = run.ahead.get(delivery.accountId);
  if (known?.delivery.id === delivery.id && isFresh(known, madeAt)) return;
  const ahead: Ahead = { delivery, madeAt, request: undefined };
  run.ahead.set(delivery.accountId, ahead);
  const prepared = await prepareRequest(run, delivery);
  if (prepared.kind === "ready" && run.ahead.get(delivery.accountId) === ahead)
    run.ahead.set(delivery.accountId, { ...ahead, request: prepared.request });
}

/** Pictures and containers leave something on the network, and thread parts need the part before. */
function isPreparedAtOnce(delivery: Delivery): boolean {
  const { request, frozen, part, network } = delivery;
  return (
    !isAskedFirst(delivery) &&
    request === null &&
    part === 1 &&
    frozen.images.length === 0 &&
    connectorFor(network).outcome.kind !== "container"
  );
}
