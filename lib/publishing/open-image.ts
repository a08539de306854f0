import { systemContext, type Runtime } from "../kernel/context.ts";
import { encodeFor } from "../media/encode-for.ts";
import { openMedia } from "../media/open-media.ts";
import type { EncodedImage } from "../networks/contract/connector.ts";
import type { Limits } from "../networks/contract/limits.ts";

/** How a connector gets an uploaded image in a form that its network takes. */
export function openImage(
  runtime: Runtime,
  workspaceId: string,
  limits: Limits["images"],
): (mediaId: string) => Promise<EncodedImage> {
  return async (mediaId) => {
    const stored = await openMedia(systemContext(runtime, workspaceId), mediaId);
    return encodeFor(stored.bytes, limits);
  };
}
