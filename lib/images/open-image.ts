import type { Metadata, Sharp } from "sharp";

import { loadSharp } from "./load-sharp.ts";

/**
 * Opens bytes as an image; nothing is decoded yet. What phones write beside the rules (bytes between
 * markers, odd parameters) is read as every viewer reads it; what is cut off throws when it comes to that.
 */
export async function openImage(bytes: Uint8Array): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: "truncated", sequentialRead: true });
}

/** What the header says, without decoding a pixel; undefined where these bytes are no image of ours. */
export async function readHeader(bytes: Uint8Array): Promise<Metadata | undefined> {
  if (bytes.length === 0) return undefined;
  const sharp = await loadSharp();
  return sharp(bytes, { limitInputPixels: false, failOn: "none" })
    .metadata()
    .catch(() => undefined);
}

/** More than any phone makes: read line by line, they take little memory. */
const mostPixels = 250e6;
/** Of what has to be held whole to be read. */
const mostPixelsAtOnce = 80e6;

/** Whether reading it would take more memory than a server should give. */
export function hasTooManyPixels({ width, height, format, isProgressive }: Metadata): boolean {
  const isLineByLine = (format === "jpeg" || format === "png") && !isProgressive;
  return width * height > (isLineByLine ? mostPixels : mostPixelsAtOnce);
}

/** Frames in a PNG stand in chunks of their own, which a reader of still images passes over. */
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

/** The photos of iPhones: a container that we know by its brand, and a codec that we do not have. */
export function isHeic(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 16 || view.toString("latin1", 4, 8) !== "ftyp") return false;
  const end = Math.min(view.readUInt32BE(0), view.length, 256);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) brands.push(view.toString("latin1", at, at + 4));
  return brands.some((brand) => heicBrands.test(brand)) && !brands.includes("avif");
}
