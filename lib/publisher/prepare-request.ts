import { withSession } from "../accounts/with-session.ts";
import type { PrepareAnswer } from "../deliveries/delivery-event.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { outgoingPart } from "../deliveries/outgoing-part.ts";
import { type Runtime, systemContext } from "../kernel/context.ts";
import { semaphore } from "../kernel/semaphore.ts";
import { encodeFor } from "../media/encode-for.ts";
import { openMedia } from "../media/open-media.ts";
import type { Session } from "../networks/contract/connector.ts";
import type { Limits } from "../networks/contract/limits.ts";
import type { JsonObject } from "../networks/contract/remote.ts";
import type { Run } from "./run.ts";

export type Prepared = PrepareAnswer | { kind: "ready"; request: JsonObject };

/** Pictures are held whole while they are made to fit and uploaded. */
const withPictures = semaphore(16);

/** What a delivery will send. May be done twice, so whatever goes wrong is "nothing was posted". */
export async function prepareRequest(run: Run, delivery: Delivery): Promise<Prepared> {
  const isHeavy = delivery.snapshot.images.length > 0;
  return isHeavy ? withPictures(() => prepare(run, delivery)) : prepare(run, delivery);
}

async function prepare({ runtime }: Run, delivery: Delivery): Promise<Prepared> {
  const { id, accountId, workspaceId } = delivery;
  try {
    const part = await outgoingPart(runtime, delivery);
    const account = { id: accountId, workspaceId };
    return await withSession(runtime, account, (session, network, limits) => {
      const images = openImages(runtime, workspaceId, limits.images);
      return network.prepare({ ...session, ...images }, part);
    });
  } catch (error) {
    const detail = String(error);
    runtime.log.error({ deliveryId: id, error: detail }, "Preparing failed.");
    return { kind: "not-sent", detail };
  }
}

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

/** How a connector gets an uploaded image, or an address of it, in a form that its network takes. */
export function openImages(
  runtime: Runtime,
  workspaceId: string,
  { maxBytes, maxSide, types }: Limits["images"],
): Pick<Session, "image" | "sharedImage"> {
  const fit = { maxBytes, maxSide, ...(types && { types }) };
  return {
    image: async (mediaId) => {
      const stored = await openMedia(systemContext(runtime, workspaceId), mediaId);
      return encodeFor(stored.bytes, fit);
    },
    sharedImage: async (mediaId) => runtime.mediaShare?.addressOf({ workspaceId, mediaId, fit }),
  };
}
