import { withSession } from "../accounts/with-session.ts";
import type { PrepareAnswer } from "../deliveries/delivery-event.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { outgoingPart } from "../deliveries/outgoing-part.ts";
import { requestFreshMs } from "../deliveries/sent-request.ts";
import { type Runtime, systemContext } from "../kernel/context.ts";
import { semaphore } from "../kernel/semaphore.ts";
import { encodeFor } from "../media/encode-for.ts";
import { openMedia } from "../media/open-media.ts";
import { openVideo } from "../media/open-video.ts";
import type { Limits } from "../networks/contract/limits.ts";
import type { JsonObject } from "../networks/contract/remote.ts";
import type { Session, StoredVideo } from "../networks/contract/session.ts";
import type { Run } from "./run.ts";

export type Prepared = PrepareAnswer | { kind: "ready"; request: JsonObject };

/** Limits the deliveries with images, which are held in memory while they are resized and uploaded. */
const withPictures = semaphore(16);

/** Prepares the request of a delivery. It may run twice, so every failure means that nothing was posted. */
export async function prepareRequest(
  run: Run,
  delivery: Delivery,
  progress?: Progress,
): Promise<Prepared> {
  const isHeavy = delivery.snapshot.images.length > 0;
  return isHeavy
    ? withPictures(() => prepare(run, delivery, progress))
    : prepare(run, delivery, progress);
}

/** Bytes of a video that were passed to the network so far, and its size. */
export interface Progress {
  sent: number;
  total: number;
}

async function prepare(
  { runtime }: Run,
  delivery: Delivery,
  progress: Progress | undefined,
): Promise<Prepared> {
  const { id, accountId, workspaceId } = delivery;
  try {
    const part = await outgoingPart(runtime, delivery);
    const account = { id: accountId, workspaceId };
    return await withSession(runtime, account, (session, network, limits) => {
      const images = openImages(runtime, workspaceId, limits.images);
      const video = (mediaId: string) => openedVideo(runtime, workspaceId, mediaId, progress);
      return network.prepare({ ...session, ...images, video }, part);
    });
  } catch (error) {
    const detail = String(error);
    runtime.log.error({ deliveryId: id, error: detail }, "Preparing failed.");
    return { kind: "not-sent", detail };
  }
}

/**
 * Returns the stored request if it may still be sent. Once it may have left, it never changes. Otherwise it
 * is discarded after ten minutes: it contains its creation time, and a rescheduled post must carry the time
 * at which it is sent.
 */
export function keptRequest(
  { request, firstIntentAt, intentAt }: Pick<Delivery, "request" | "firstIntentAt" | "intentAt">,
  now: Date,
): JsonObject | undefined {
  if (!request) return undefined;
  const isFresh =
    intentAt !== null && Math.abs(now.getTime() - intentAt.getTime()) <= requestFreshMs;
  return firstIntentAt || isFresh ? request : undefined;
}

/**
 * Gives connectors access to uploaded images, as bytes or as a URL, in a form that fits the network's limits.
 */
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

async function openedVideo(
  runtime: Runtime,
  workspaceId: string,
  mediaId: string,
  progress: Progress | undefined,
): Promise<StoredVideo> {
  const stored = await openVideo(systemContext(runtime, workspaceId), mediaId);
  const { video: facts, type, byteLength } = stored;
  if (progress) Object.assign(progress, { sent: 0, total: byteLength });
  return {
    facts,
    type,
    byteLength,
    read(start, end) {
      if (progress) progress.sent = start;
      return stored.read(start, end);
    },
  };
}
