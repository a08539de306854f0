import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";

import type { Context } from "#lib/kernel/context";
import type { Result } from "#lib/kernel/result";
import type { Medium } from "#lib/media/medium";
import { probeVideo } from "#lib/media/probe-video";
import { finishVideo, keepPiece } from "#lib/media/upload-video";
import { videoPieceBytes } from "#lib/media/video-size";
import type { StoredVideo } from "#lib/networks/contract/session";
import { videoTypes } from "#lib/networks/contract/video";

/** Two seconds of ten pictures each, 160 by 120, made by an encoder that people use. */
export function videoBytes(name: string): Promise<Buffer> {
  return readFile(new URL(`../media/videos/${name}`, import.meta.url));
}

/** With `free` bytes added that every player passes over, for what is to be larger than one piece. */
export async function longVideoBytes(free: number): Promise<Buffer> {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(free, 0);
  head.write("free", 4, "latin1");
  const filling = Buffer.alloc(free - 8, "shoutloop");
  return Buffer.concat([await videoBytes("landscape.mp4"), head, filling]);
}

export async function sendVideo(
  ctx: Context,
  bytes: Buffer,
  fileName = "film.mp4",
): Promise<Result<Medium, string>> {
  const upload = { uploadId: randomUUID(), fileName, byteLength: bytes.length };
  for (let place = 0; place * videoPieceBytes < bytes.length; place += 1) {
    const piece = bytes.subarray(place * videoPieceBytes, (place + 1) * videoPieceBytes);
    const kept = await keepPiece(ctx, upload, place, piece);
    if (!kept.ok) return kept;
  }
  return finishVideo(ctx, upload);
}

export async function haveVideo(ctx: Context, bytes?: Buffer): Promise<Medium> {
  const sent = await sendVideo(ctx, bytes ?? (await videoBytes("landscape.mp4")));
  if (!sent.ok) throw new Error(sent.refusal);
  return sent.value;
}

/** As a session hands it to a connector. */
export async function storedVideo(bytes?: Buffer): Promise<StoredVideo> {
  const whole = bytes ?? (await videoBytes("landscape.mp4"));
  const read = async (start: number, end: number) => whole.subarray(start, end);
  const facts = await probeVideo({ byteLength: whole.length, read });
  if (typeof facts === "string") throw new Error(facts);
  return { facts, type: videoTypes[facts.container], byteLength: whole.length, read };
}
