import { createHash } from "node:crypto";

import { systemContext, type Runtime } from "../kernel/context.ts";
import type { MediaShare, SharedImage } from "../kernel/ports.ts";
import type { Bucket } from "./bucket.ts";
import { encodeFor } from "./encode-for.ts";
import { openMedia } from "./open-media.ts";

const dayMs = 24 * 60 * 60_000;
const folder = "shoutloop/";
/** The same lifetime as addresses of this installation: the day of signing and the next. */
const goodForSeconds = 2 * 24 * 60 * 60;

/**
 * Shares images from the operator's bucket: a copy encoded for the network, under an unguessable name, at a
 * signed address that expires.
 */
export function shareByBucket(
  bucket: Bucket,
  runtime: Pick<Runtime, "db" | "clock" | "secrets"> & Runtime,
): MediaShare {
  return {
    async addressOf({ workspaceId, mediaId, fit }: SharedImage) {
      const stored = await openMedia(systemContext(runtime, workspaceId), mediaId);
      const { bytes, type } = await encodeFor(stored.bytes, fit);
      // Signed as of the start of the day, so that preparing a post again that day gives the same address.
      const day = startOfDay(runtime.clock.now());
      const name = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
      const secret = runtime.secrets.sign("image", `${workspaceId}/${mediaId}`);
      const ending = type.slice("image/".length);
      const key = `${folder}${writtenDay(day)}/${secret}-${name}.${ending}`;
      await bucket.put(key, bytes, type);
      return bucket.addressOf(key, day, goodForSeconds);
    },
    /**
     * Deletes copies whose addresses have expired. One page of the list per run is enough, as it runs every
     * hour.
     */
    async tidy() {
      const oldest = startOfDay(runtime.clock.now()).getTime() - dayMs;
      for (const key of await bucket.list(folder)) {
        const day = Date.parse(key.slice(folder.length).split("/")[0] ?? "");
        if (day < oldest) await bucket.remove(key);
      }
    },
  };
}

function startOfDay(at: Date): Date {
  return new Date(Math.floor(at.getTime() / dayMs) * dayMs);
}

function writtenDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
