import type { Sharp } from "sharp";

import {
  hasTooManyPixels,
  isAnimatedPng,
  isHeic,
  openImage,
  readHeader,
} from "../images/open-image.ts";
import type { ImageType, ReadImage } from "./medium.ts";

export type ImageFault = "not-an-image" | "image-is-heic" | "image-too-many-pixels" | "image-moves";

const maxStoredSide = 4_096;

/**
 * Decodes and re-encodes an image, upright and without metadata, so that only the picture itself is stored,
 * whatever the file contained.
 */
export async function readImage(bytes: Uint8Array): Promise<ReadImage | ImageFault> {
  if (isHeic(bytes)) return "image-is-heic";
  const about = await readHeader(bytes);
  if (!about?.width || !about.height) return "not-an-image";
  if (hasTooManyPixels(about)) return "image-too-many-pixels";
  if ((about.pages ?? 1) > 1 || isAnimatedPng(bytes)) return "image-moves";
  const type = storedType(about.format, about.hasAlpha ?? false);
  return written(bytes, type);
}

async function written(bytes: Uint8Array, type: ImageType): Promise<ReadImage | ImageFault> {
  const upright = (await openImage(bytes)).autoOrient().resize({
    width: maxStoredSide,
    height: maxStoredSide,
    fit: "inside",
    withoutEnlargement: true,
  });
  try {
    const { data, info } = await encoded(upright, type).toBuffer({ resolveWithObject: true });
    return { bytes: data, type, width: info.width, height: info.height };
  } catch {
    // The header was readable and the pixels are not: the file is cut off or invalid.
    return "not-an-image";
  }
}

/**
 * Returns the stored format: WebP stays WebP, PNG, GIF and anything with transparency becomes PNG, the rest
 * JPEG.
 */
function storedType(format: string | undefined, hasAlpha: boolean): ImageType {
  if (format === "webp") return "image/webp";
  if (format === "png" || format === "gif" || hasAlpha) return "image/png";
  return "image/jpeg";
}

function encoded(image: Sharp, type: ImageType) {
  if (type === "image/png") return image.png({ compressionLevel: 8 });
  if (type === "image/webp") return image.webp({ quality: 92 });
  return image.jpeg({ quality: 92 });
}
