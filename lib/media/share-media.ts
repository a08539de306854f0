import type { Runtime } from "../kernel/context.ts";
import type { MediaShare } from "../kernel/ports.ts";
import { signedImagePath } from "./signed-image.ts";

/** Shares images from this installation's public address. */
export function shareFrom(
  publicUrl: string,
  runtime: Pick<Runtime, "secrets" | "clock">,
): MediaShare {
  return {
    addressOf: async (image) => `${publicUrl}${signedImagePath(runtime, image)}`,
  };
}
