import type { Db, Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { Candidate } from "../networks/contract/remote.ts";
import { applyEvent } from "./apply-event.ts";
import { listBound } from "./bound-posts-repository.ts";
import { payForResolved } from "./delivery-price.ts";
import type { Delivery } from "./delivery.ts";
import { isSearchedFirst } from "./find-search-first.ts";
import { lockDelivery } from "./repository.ts";
import { allowedResolutions, type Resolution } from "./resolution.ts";
import { resumeThread } from "./resume-thread.ts";

export type SettleRefusal = "nothing-to-answer" | "no-such-candidate" | "post-taken";

interface Settled {
  readonly deliveryId: string;
  readonly answer: Resolution;
  readonly url?: string | undefined;
  readonly candidateRemoteId?: string | undefined;
  /** The post at the pasted URL, if the network can identify it. */
  readonly pasted: Candidate | undefined;
}

/**
 * Applies "it is there", "send it again" or "leave it out". A candidate can be picked by its id or URL. A
 * picked post, or one identified by the pasted URL, becomes the delivery's own, so its reactions are
 * collected; any other URL is only shown.
 */
export async function settleDelivery(
  tx: Tx,
  ctx: Context,
  { deliveryId, answer, url, candidateRemoteId, pasted }: Settled,
): Promise<Result<object, SettleRefusal>> {
  const delivery = await lockDelivery(tx, ctx.workspaceId, deliveryId);
  if (!allowedResolutions(delivery).includes(answer)) return refused("nothing-to-answer");
  const picked = pick(delivery, { url, candidateRemoteId }) ?? pasted;
  const found = answer === "is-there" ? picked : undefined;
  if (candidateRemoteId !== undefined && !found) return refused("no-such-candidate");
  if (await isBound(tx, delivery, found)) return refused("post-taken");

  await applyEvent(tx, ctx, delivery, {
    type: "resolve",
    resolution: answer,
    url,
    found,
    isSearchedFirst: await isSearchedFirst(tx, delivery, delivery),
  });
  await payForResolved(tx, ctx, delivery, answer);
  await record(tx, ctx, "delivery.answered", deliveryId, { answer });
  if (answer === "send-again") await resumeThread(tx, ctx, delivery, ctx.clock.now());
  return ok({});
}

async function isBound(db: Db, delivery: Delivery, found: Candidate | undefined): Promise<boolean> {
  return found !== undefined && (await listBound(db, delivery, [found.remoteId])).size > 0;
}

function pick(
  { candidates }: Delivery,
  { url, candidateRemoteId }: Pick<Settled, "url" | "candidateRemoteId">,
): Candidate | undefined {
  return candidates?.find((one) =>
    candidateRemoteId === undefined ? one.url === url : one.remoteId === candidateRemoteId,
  );
}
