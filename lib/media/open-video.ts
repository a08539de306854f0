import type { Db } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import type { VideoFacts } from "../networks/contract/video.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { type Medium } from "./medium.ts";
import type { ReadableFile } from "./probe-video.ts";
import { findMedium } from "./repository.ts";
import { findPiece } from "./video-repository.ts";
import { videoPieceBytes } from "./video-size.ts";

export interface OpenedVideo extends Omit<Medium, keyof ReadableFile>, ReadableFile {
  readonly video: VideoFacts;
}

/** Opens a video for reading in ranges. Throws NotFound for an unknown id or an image. */
export async function openVideo(
  ctx: Pick<Context, "db" | "workspaceId" | "actor">,
  mediaId: string,
): Promise<OpenedVideo> {
  requireRole(ctx, "viewer");
  const medium = await findMedium(ctx.db, ctx.workspaceId, mediaId);
  const { video } = medium;
  if (!video) throw new NotFound("video", mediaId);
  return { ...medium, video, ...storedFile(ctx.db, ctx.workspaceId, mediaId, medium.byteLength) };
}

/** Whether a medium is a video. Throws NotFound if the workspace has no such medium. */
export async function isVideo(
  ctx: Pick<Context, "db" | "workspaceId" | "actor">,
  mediaId: string,
): Promise<boolean> {
  requireRole(ctx, "viewer");
  return (await findMedium(ctx.db, ctx.workspaceId, mediaId)).video !== null;
}

/** A stored video file; holds one piece in memory at a time. */
export function storedFile(
  db: Db,
  workspaceId: string,
  mediaId: string,
  byteLength: number,
): ReadableFile {
  let held: { readonly place: number; readonly content: Promise<Buffer> } | undefined;
  const pieceAt = (place: number) => {
    if (held?.place !== place)
      held = { place, content: findPiece(db, { workspaceId, mediaId, place }) };
    return held.content;
  };
  return {
    byteLength,
    async read(start, end) {
      const parts: Buffer[] = [];
      for (let at = start; at < end;) {
        const place = Math.floor(at / videoPieceBytes);
        const offset = place * videoPieceBytes;
        const piece = await pieceAt(place);
        const part = piece.subarray(at - offset, end - offset);
        if (part.length === 0) throw new Error(`Piece ${place} of ${mediaId} is too short.`);
        parts.push(part);
        at += part.length;
      }
      const [only] = parts;
      return parts.length === 1 && only ? only : Buffer.concat(parts);
    },
  };
}

/** Yields the bytes from `start` (inclusive) to `end` (exclusive), one piece at a time. */
export async function* stretchOf(
  file: ReadableFile,
  start = 0,
  end = file.byteLength,
): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end;) {
    const until = Math.min(end, (Math.floor(at / videoPieceBytes) + 1) * videoPieceBytes);
    yield await file.read(at, until);
    at = until;
  }
}
