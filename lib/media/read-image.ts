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
 * Decodes every pixel and writes them anew, turned upright and without what the camera added: what
 * is stored is a picture and nothing else, whatever the file was called.
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
    // A header without its pixels: cut off, or made up.
    return "not-an-image";
  }
}

/** Photos stay photos, drawings and see-through parts stay exact. */
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
