import { randomUUID } from "node:crypto";

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { listHistory } from "#lib/events/repository";
import { deleteMedia } from "#lib/media/delete-media";
import { forgetUnusedVideos } from "#lib/media/forget-unused-videos";
import { openVideo, stretchOf } from "#lib/media/open-video";
import { mediaPieces } from "#lib/media/schema";
import { finishVideo, keepPiece } from "#lib/media/upload-video";
import { maxVideoBytes, videoPieceBytes } from "#lib/media/video-size";
import { saveDraft } from "#lib/posts/save-draft";

import { testContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { haveImage } from "../support/have-image.ts";
import { haveVideo, longVideoBytes, sendVideo, videoBytes } from "../support/have-video.ts";

const day = 86_400_000;

test("keeps a video in pieces, gives any stretch of it back, and leaves its event", async () => {
  const ctx = await testContext();
  const bytes = await longVideoBytes(2 * videoPieceBytes);
  const { id, ...medium } = await haveVideo(ctx, bytes);
  expect(medium).toMatchObject({
    type: "video/mp4",
    byteLength: bytes.length,
    width: 160,
    height: 120,
    video: { codec: "h264", audioCodec: "aac" },
  });
  const [event] = await listHistory(ctx.db, ctx.workspaceId, id);
  expect(event).toMatchObject({ type: "media.uploaded", actorId: "ada" });
  const opened = await openVideo(ctx, id);
  const across = [videoPieceBytes - 3, videoPieceBytes + 5] as const;
  expect(Buffer.from(await opened.read(...across))).toEqual(bytes.subarray(...across));
  const whole: Uint8Array[] = [];
  for await (const piece of stretchOf(opened)) whole.push(piece);
  expect(Buffer.concat(whole).equals(bytes)).toBe(true);
  expect(Math.max(...whole.map(({ length }) => length))).toBe(videoPieceBytes);
});

test("the same video again is the one that is there, and takes no room", async () => {
  const ctx = await testContext();
  const first = await haveVideo(ctx);
  expect((await haveVideo(ctx)).id).toBe(first.id);
  expect(await piecesOf(ctx)).toBe(1);
  const elsewhere = await haveVideo({ ...ctx, workspaceId: "workspace-2" });
  expect(elsewhere.id).not.toBe(first.id);
});

test("a piece that comes twice is kept once, and one that is missing is asked for", async () => {
  const ctx = await testContext();
  const bytes = await longVideoBytes(videoPieceBytes);
  const upload = { uploadId: randomUUID(), fileName: "a.mp4", byteLength: bytes.length };
  const first = bytes.subarray(0, videoPieceBytes);
  expect(await keepPiece(ctx, upload, 0, first)).toMatchObject({ ok: true });
  expect(await keepPiece(ctx, upload, 0, first)).toMatchObject({ ok: true });
  expect(await finishVideo(ctx, upload)).toMatchObject({ refusal: "video-not-all-there" });
  await keepPiece(ctx, upload, 1, bytes.subarray(videoPieceBytes));
  expect(await finishVideo(ctx, upload)).toMatchObject({ ok: true });
  // The answer was lost: asked again, it is the same.
  expect(await finishVideo(ctx, upload)).toMatchObject({
    ok: true,
    value: { id: upload.uploadId },
  });
});

test.each([
  ["not-a-video", async () => Buffer.from("hello".repeat(100))],
  ["video-cut-off", async () => (await videoBytes("landscape.mp4")).subarray(0, -10)],
  ["video-without-pictures", () => videoBytes("sound-only.m4a")],
  ["video-empty", async () => Buffer.alloc(0)],
])("refuses %s and keeps nothing of it", async (refusal, bytes) => {
  const ctx = await testContext();
  expect(await sendVideo(ctx, await bytes(), "holiday.mp4")).toMatchObject({
    ok: false,
    refusal,
    detail: { file: "holiday.mp4" },
  });
  expect(await piecesOf(ctx)).toBe(0);
});

test("of a file of 4 GB not one piece is taken", async () => {
  const ctx = await testContext();
  const upload = { uploadId: randomUUID(), fileName: "long.mp4", byteLength: 4_294_967_296 };
  const outcome = await keepPiece(ctx, upload, 0, Buffer.alloc(videoPieceBytes));
  expect(outcome).toMatchObject({
    refusal: "video-larger-than-kept",
    detail: { megabytes: maxVideoBytes / 1e6 },
  });
});

test("a piece that is not where it says is refused", async () => {
  const ctx = await testContext();
  const upload = { uploadId: randomUUID(), fileName: "a.mp4", byteLength: 100 };
  for (const [place, length] of [
    [1, 100],
    [-1, 100],
    [0.5, 100],
    [0, 99],
    [0, 101],
  ] as const)
    expect(await keepPiece(ctx, upload, place, Buffer.alloc(length))).toMatchObject({
      refusal: "video-not-all-there",
    });
});

test("takes an editor, and is nobody else's", async () => {
  const ctx = await testContext();
  const viewer = { ...ctx, actor: { id: "vera", role: "viewer" as const } };
  await expect(sendVideo(viewer, await videoBytes("hevc.mp4"))).rejects.toThrow();
  const { id } = await haveVideo(ctx);
  await expect(openVideo({ ...ctx, workspaceId: "workspace-2" }, id)).rejects.toThrow(id);
});

test("a picture is no video and a video no picture, whatever a post calls them", async () => {
  const ctx = await haveWorkspace();
  const [video, image] = [await haveVideo(ctx), await haveImage(ctx)];
  const part = { text: "Look", images: [] };
  const asImage = { ...part, images: [{ mediaId: video.id, alt: "" }] };
  const asVideo = { ...part, video: { mediaId: image.id, alt: "" } };
  await expect(saveDraft(ctx, { parts: [asImage] })).rejects.toThrow(video.id);
  await expect(saveDraft(ctx, { parts: [asVideo] })).rejects.toThrow(image.id);
  const made = await saveDraft(ctx, {
    parts: [{ ...part, video: { mediaId: video.id, alt: "A" } }],
  });
  expect(made).toMatchObject({ value: { parts: [{ video: { facts: video.video } }] } });
  expect(await deleteMedia(ctx, { mediaId: video.id })).toMatchObject({ refusal: "image-in-use" });
});

test("what no post shows is forgotten after a month, and what was given up after a day", async () => {
  const ctx = await haveWorkspace();
  const used = await haveVideo(ctx, await videoBytes("landscape.webm"));
  const video = { mediaId: used.id, alt: "" };
  await saveDraft(ctx, { parts: [{ text: "Look", images: [], video }] });
  const unused = await haveVideo(ctx);
  const upload = { uploadId: randomUUID(), fileName: "a.mp4", byteLength: 9_000_000 };
  const bytes = await longVideoBytes(9_000_000);
  await keepPiece(ctx, upload, 0, bytes.subarray(0, videoPieceBytes));
  const start = ctx.clock.now().getTime();
  await forgetUnusedVideos(ctx);
  expect(await piecesOf(ctx)).toBe(3);
  ctx.clock.set(new Date(start + day + 1_000));
  await forgetUnusedVideos(ctx);
  expect(await piecesOf(ctx)).toBe(2);
  ctx.clock.set(new Date(start + 31 * day));
  await forgetUnusedVideos(ctx);
  expect(await piecesOf(ctx)).toBe(1);
  await expect(openVideo(ctx, unused.id)).rejects.toThrow(unused.id);
  expect(await openVideo(ctx, used.id)).toMatchObject({ type: "video/webm" });
});

async function piecesOf({ db, workspaceId }: Awaited<ReturnType<typeof testContext>>) {
  return db.$count(mediaPieces, eq(mediaPieces.workspaceId, workspaceId));
}
