import { createHash } from "node:crypto";

import { systemContext, type Runtime } from "../kernel/context.ts";
import type { MediaShare, SharedImage } from "../kernel/ports.ts";
import type { Bucket } from "./bucket.ts";
import { encodeFor } from "./encode-for.ts";
import { openMedia } from "./open-media.ts";

const dayMs = 24 * 60 * 60_000;
const folder = "shoutloop/";
/** As long as our own addresses are good for: the day of signing and the next. */
const goodForSeconds = 2 * 24 * 60 * 60;

/** From the operator's bucket: a copy that fits the network, under a name that tells nothing, at an address that ends by itself. */
export function shareByBucket(
  bucket: Bucket,
  runtime: Pick<Runtime, "db" | "clock" | "secrets"> & Runtime,
): MediaShare {
  return {
    async addressOf({ workspaceId, mediaId, fit }: SharedImage) {
      const stored = await openMedia(systemContext(runtime, workspaceId), mediaId);
      const { bytes, type } = await encodeFor(stored.bytes, fit);
      // The same all day, so that a post that is prepared twice is the same twice.
      const day = startOfDay(runtime.clock.now());
      const name = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
      const secret = runtime.secrets.sign("image", `${workspaceId}/${mediaId}`);
      const ending = type.slice("image/".length);
      const key = `${folder}${writtenDay(day)}/${secret}-${name}.${ending}`;
      await bucket.put(key, bytes, type);
      return bucket.addressOf(key, day, goodForSeconds);
    },
    /** What no address opens any more; a page of the list at a time, since this runs every hour. */
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
