import { openImage } from "../images/open-image.ts";
import type { ImageFit } from "../kernel/ports.ts";
import type { ImageType, ReadImage } from "./medium.ts";

/**
 * Returns a stored picture as a network accepts it: unchanged if it fits, otherwise with the best quality
 * that fits.
 */
export async function encodeFor(bytes: Uint8Array, limits: ImageFit): Promise<ReadImage> {
  const about = await (await openImage(bytes)).metadata();
  const type = `image/${about.format}` as ImageType;
  const fits = Math.max(about.width, about.height) <= limits.maxSide;
  const isTaken = limits.types?.includes(type) ?? true;
  if (!isTaken) return smallEnough(bytes, limits, limits.maxSide);
  if (fits && bytes.length <= limits.maxBytes)
    return { bytes: Buffer.from(bytes), type, width: about.width, height: about.height };
  if (!fits) {
    const same = await resized(bytes, limits.maxSide, type, 92);
    if (same.bytes.length <= limits.maxBytes) return same;
  }
  return smallEnough(bytes, limits, limits.maxSide);
}

const qualities = [90, 82, 74, 66, 58, 50, 42];

/** Encodes as JPEG and reduces the quality first, then the size, until the picture is small enough. */
async function smallEnough(bytes: Uint8Array, limits: ImageFit, side: number): Promise<ReadImage> {
  for (const quality of qualities) {
    const image = await resized(bytes, side, "image/jpeg", quality);
    if (image.bytes.length <= limits.maxBytes) return image;
    if (quality === qualities.at(-1) && image.width <= 16) return image;
  }
  const { width, height } = await (await openImage(bytes)).metadata();
  return smallEnough(bytes, limits, Math.floor(Math.min(side, Math.max(width, height)) * 0.75));
}

async function resized(
  bytes: Uint8Array,
  side: number,
  type: ImageType,
  quality: number,
): Promise<ReadImage> {
  const image = (await openImage(bytes)).resize({
    width: side,
    height: side,
    fit: "inside",
    withoutEnlargement: true,
  });
  // JPEG has no transparency: transparent parts become white.
  const written =
    type === "image/jpeg"
      ? image.flatten({ background: "#ffffff" }).jpeg({ quality })
      : type === "image/webp"
        ? image.webp({ quality })
        : image.png({ compressionLevel: 9 });
  const { data, info } = await written.toBuffer({ resolveWithObject: true });
  return { bytes: data, type, width: info.width, height: info.height };
}
