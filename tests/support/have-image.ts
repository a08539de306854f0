import sharp from "sharp";

import type { Context } from "#lib/kernel/context";
import type { Medium } from "#lib/media/medium";
import { uploadMedia } from "#lib/media/upload-media";

/** Bytes of an image of one colour. */
export async function anImage(
  format: "jpeg" | "png" | "webp" | "gif" = "jpeg",
  { width = 40, height = 30, background = "#2f8a2f" } = {},
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}

/** An image on the workspace's shelf. */
export async function haveImage(ctx: Context, fileName = "scarf.jpg"): Promise<Medium> {
  const outcome = await uploadMedia(ctx, { bytes: await anImage(), fileName });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}
