import { createHash } from "node:crypto";

import { z } from "zod";

import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { type VideoFacts, videoTypes } from "../networks/contract/video.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { type Medium, plainFileName } from "./medium.ts";
import { storedFile, stretchOf } from "./open-video.ts";
import { mayBeVideo, probeVideo, type ReadableFile, type VideoFault } from "./probe-video.ts";
import { findMediumByDigest } from "./repository.ts";
import { countPieces, deletePieces, insertPiece, insertVideo } from "./video-repository.ts";
import { maxVideoBytes, videoPieceBytes } from "./video-size.ts";

type Refusal = VideoFault | "video-larger-than-kept" | "video-not-all-there";

const file = z.object({
  /** Made by the client for this upload only, so that a piece can be sent again. */
  uploadId: z.uuid(),
  fileName: z.string().max(1_000),
  byteLength: z.number().int().min(0),
});

type VideoUpload = z.infer<typeof file>;

/**
 * Stores one piece of a video. `place` counts from 0; every piece but the last has `videoPieceBytes` bytes.
 */
export async function keepPiece(
  ctx: Context,
  upload: VideoUpload,
  place: number,
  content: Uint8Array,
): Promise<Result<null, Refusal>> {
  requireRole(ctx, "editor");
  const { uploadId, fileName, byteLength } = file.parse(upload);
  const name = { file: plainFileName(fileName) };
  const tooLarge = whatIsTooLarge(upload);
  if (tooLarge) return tooLarge;
  const rest = byteLength - place * videoPieceBytes;
  const isItsLength = content.length === Math.min(rest, videoPieceBytes);
  if (!Number.isInteger(place) || place < 0 || rest <= 0 || !isItsLength)
    return refused("video-not-all-there", name);
  if (place === 0 && !(await mayBeVideo(content))) return refused("not-a-video", name);
  const piece = { workspaceId: ctx.workspaceId, mediaId: uploadId, place };
  const storedAt = ctx.clock.now();
  await ctx.transact((tx) => insertPiece(tx, { ...piece, storedAt, content: bufferOf(content) }));
  return ok(null);
}

/**
 * Checks and stores a video after its last piece. If the workspace has the same video already, returns that
 * one.
 */
export async function finishVideo(
  ctx: Context,
  upload: VideoUpload,
): Promise<Result<Medium, Refusal>> {
  requireRole(ctx, "editor");
  const { uploadId, byteLength } = file.parse(upload);
  const name = { file: plainFileName(upload.fileName) };
  const at = { workspaceId: ctx.workspaceId, mediaId: uploadId };
  const pieces = Math.ceil(byteLength / videoPieceBytes);
  if ((await countPieces(ctx.db, at, pieces)) < pieces) return refused("video-not-all-there", name);
  const stored = storedFile(ctx.db, ctx.workspaceId, uploadId, byteLength);
  const checked = await checkVideo(stored, upload.fileName);
  if (!checked.ok) {
    await ctx.transact((tx) => deletePieces(tx, at));
    return checked;
  }
  const facts = checked.value;
  const digest = await digestOf(stored);
  return ctx.transact(async (tx) => {
    const known = await findMediumByDigest(tx, ctx.workspaceId, digest);
    if (known && known.id !== uploadId) await deletePieces(tx, at);
    if (known) return ok(known);
    const medium = mediumOf(ctx, upload, facts, digest);
    await insertVideo(tx, medium);
    await record(tx, ctx, "media.uploaded", medium.id, { sha256: digest });
    return ok(medium);
  });
}

/** Checks a video and returns its properties. */
export async function checkVideo(
  stored: ReadableFile,
  fileName: string,
): Promise<Result<VideoFacts, Refusal>> {
  const tooLarge = whatIsTooLarge({ fileName, byteLength: stored.byteLength });
  if (tooLarge) return tooLarge;
  const facts = await probeVideo(stored);
  return typeof facts === "string" ? refused(facts, { file: plainFileName(fileName) }) : ok(facts);
}

function whatIsTooLarge({ fileName, byteLength }: Pick<VideoUpload, "fileName" | "byteLength">) {
  if (byteLength <= maxVideoBytes) return undefined;
  const detail = { file: plainFileName(fileName), megabytes: maxVideoBytes / 1e6 };
  return refused("video-larger-than-kept", detail);
}

function mediumOf(ctx: Context, upload: VideoUpload, video: VideoFacts, digest: string): Medium {
  return {
    id: upload.uploadId,
    workspaceId: ctx.workspaceId,
    sha256: digest,
    type: videoTypes[video.container],
    byteLength: video.byteLength,
    width: video.width,
    height: video.height,
    fileName: plainFileName(upload.fileName),
    video,
    uploadedBy: ctx.actor.id,
    createdAt: ctx.clock.now(),
  };
}

async function digestOf(stored: ReadableFile): Promise<string> {
  const digest = createHash("sha256");
  for await (const piece of stretchOf(stored)) digest.update(piece);
  return digest.digest("hex");
}

function bufferOf(content: Uint8Array): Buffer {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}
