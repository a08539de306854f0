import { cutText } from "../kernel/cut-text.ts";
import type { media } from "./schema.ts";

/** An uploaded image or video, without its bytes. */
export type Medium = typeof media.$inferSelect;

export type ImageType = "image/jpeg" | "image/png" | "image/webp";

export interface ReadImage {
  readonly bytes: Buffer;
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
}

export const maxUploadBytes = 20_000_000;

/** Returns a file name to show: without folders and control characters, never empty. */
export function plainFileName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? "";
  return cutText(last.replaceAll(/\p{C}/gu, "").trim(), 120) || "file";
}
