import type { Metadata, Sharp } from "sharp";

import { loadSharp } from "./load-sharp.ts";

/**
 * Opens bytes as an image without decoding it. Minor format errors of phones (bytes between markers, invalid
 * parameters) are tolerated as in other viewers; a truncated file throws when it is decoded.
 */
export async function openImage(bytes: Uint8Array): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: "truncated", sequentialRead: true });
}

/**
 * Reads the header without decoding pixels; undefined if the bytes are not an image of a supported format.
 */
export async function readHeader(bytes: Uint8Array): Promise<Metadata | undefined> {
  if (bytes.length === 0) return undefined;
  const sharp = await loadSharp();
  return sharp(bytes, { limitInputPixels: false, failOn: "none" })
    .metadata()
    .catch(() => undefined);
}

/** Limit for images that are decoded line by line, which takes little memory. No phone takes larger ones. */
const mostPixels = 250e6;
/** Limit for images that are decoded as a whole. */
const mostPixelsAtOnce = 80e6;

/** Whether decoding the image would take too much memory. */
export function hasTooManyPixels({ width, height, format, isProgressive }: Metadata): boolean {
  const isLineByLine = (format === "jpeg" || format === "png") && !isProgressive;
  return width * height > (isLineByLine ? mostPixels : mostPixelsAtOnce);
}

/** Whether a PNG has several frames (APNG). Readers of still images skip the chunks that hold them. */
export function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 8 || view.readUInt32BE(0) !== 0x89504e47) return false;
  for (let at = 8; at + 12 <= view.length;) {
    const kind = view.toString("latin1", at + 4, at + 8);
    if (kind === "acTL") return view.readUInt32BE(at + 8) > 1;
    if (kind === "IDAT") return false;
    at += 12 + view.readUInt32BE(at);
  }
  return false;
}

const heicBrands = /^(?:hei[cxms]|hev[cxms])$/;

/**
 * Whether the bytes are a HEIC photo, as iPhones take them. The container is recognized by its brand; sharp
 * here has no decoder for the codec.
 */
export function isHeic(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 16 || view.toString("latin1", 4, 8) !== "ftyp") return false;
  const end = Math.min(view.readUInt32BE(0), view.length, 256);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) brands.push(view.toString("latin1", at, at + 4));
  return brands.some((brand) => heicBrands.test(brand)) && !brands.includes("avif");
}
