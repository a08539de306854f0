import type { Metadata, Sharp } from "sharp";

import { loadSharp } from "../images/load-sharp.ts";

/** Opens bytes as an image; nothing is decoded yet. More than 40 million pixels throw when it comes to that. */
export async function openPixels(bytes: Uint8Array): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(bytes, { limitInputPixels: 40e6, failOn: "warning" });
}

/** What the header says, without decoding a pixel; undefined where these bytes are no image of ours. */
export async function aboutPixels(bytes: Uint8Array): Promise<Metadata | undefined> {
  if (bytes.length === 0) return undefined;
  const sharp = await loadSharp();
  return sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
}
