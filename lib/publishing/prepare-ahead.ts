import { connectorFor } from "../networks/registry.ts";
import type { JsonObject } from "../networks/remote.ts";
import { isAskedFirst } from "./after-restore.ts";
import { listFollowing } from "./claim-repository.ts";
import type { Delivery } from "./delivery.ts";
import { prepareRequest } from "./prepare-request.ts";
import type { Run } from "./run.ts";

/** A request for a delivery that nobody holds yet. */
export interface Ahead {
  readonly delivery: Delivery;
  readonly request: JsonObject;
}

/**
 * While one request is on its way, makes ready what the account sends next, so that a queue on one
 * account waits for the disk once a post. Returns how to ask for it: it may not be there in time,
 * and may never be used.
 */
export function prepareAhead(run: Run, { accountId }: Delivery): () => Ahead | undefined {
  let ready: Ahead | undefined;
  const ended = prepareNext(run, accountId).then((ahead) => (ready = ahead));
  ended.catch((error: unknown) =>
    run.installation.log.warn({ error: String(error) }, "Nothing was prepared ahead."),
  );
  return () => ready;
}

async function prepareNext(run: Run, accountId: string): Promise<Ahead | undefined> {
  if (run.isStopping()) return undefined;
  const { clock } = run.installation;
  const next = await run.readTogether(listFollowing, { accountId, now: clock.now() });
  if (!next || !isPreparedAtOnce(next)) return undefined;
  const prepared = await prepareRequest(run, next);
  return prepared.kind === "ready" ? { delivery: next, request: prepared.request } : undefined;
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
