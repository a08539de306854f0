import { crc32 } from "node:zlib";

import sharp from "sharp";
import { expect, test } from "vitest";

import { listHistory } from "#lib/events/repository";
import { openMedia } from "#lib/media/open-media";
import { uploadMedia } from "#lib/media/upload-media";

import { testContext } from "../support/context.ts";
import { anImage, haveImage } from "../support/have-image.ts";

test.each(["jpeg", "png", "webp", "gif"] as const)(
  "keeps a %s and leaves its event",
  async (format) => {
    const ctx = await testContext();
    const outcome = await uploadMedia(ctx, {
      bytes: await anImage(format),
      fileName: `a.${format}`,
    });
    expect(outcome).toMatchObject({ ok: true, value: { width: 40, height: 30 } });
    if (!outcome.ok) return;
    const [event] = await listHistory(ctx.db, ctx.workspaceId, outcome.value.id);
    expect(event).toMatchObject({ type: "media.uploaded", actorId: "ada" });
    const { bytes } = await openMedia(ctx, outcome.value.id);
    expect(bytes.length).toBe(outcome.value.byteLength);
    expect(`image/${(await sharp(bytes).metadata()).format}`).toBe(outcome.value.type);
  },
);

test("the same picture again is the one that is there already", async () => {
  const ctx = await testContext();
  const first = await haveImage(ctx, "one.jpg");
  expect((await haveImage(ctx, "two.jpg")).id).toBe(first.id);
  const elsewhere = await haveImage({ ...ctx, workspaceId: "workspace-2" });
  expect(elsewhere.id).not.toBe(first.id);
});

test("forgets where the photo was taken and turns it upright", async () => {
  const ctx = await testContext();
  const bytes = await sharp(await anImage())
    .withExif({ IFD0: { Artist: "Ada" }, IFD3: { GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const outcome = await uploadMedia(ctx, { bytes, fileName: "photo.jpg" });
  if (!outcome.ok) throw new Error(outcome.refusal);
  const kept = await sharp((await openMedia(ctx, outcome.value.id)).bytes).metadata();
  expect(kept).toMatchObject({ width: 30, height: 40 });
  expect(kept.exif).toBeUndefined();
  expect(kept.orientation).toBeUndefined();
});

test("a file name is a name, not a way to somewhere", async () => {
  const ctx = await testContext();
  const medium = await haveImage(ctx, "../../etc/pass\u0000wd\u202Egpj.jpg");
  expect(medium.fileName).toBe("passwdgpj.jpg");
});

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>`;

test.each([
  ["not-an-image", "drawing.svg", async () => Buffer.from(svg)],
  ["not-an-image", "drawing.png", async () => Buffer.from(`<?xml version="1.0"?>${svg}`)],
  ["not-an-image", "page.png", async () => Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["not-an-image", "cut.png", async () => cut(await anImage("png", { width: 900, height: 900 }))],
  ["not-an-image", "cut.jpg", async () => cut(await anImage("jpeg", { width: 900, height: 900 }))],
  ["not-an-image", "empty.jpg", async () => Buffer.alloc(0)],
  ["not-an-image", "paper.pdf", async () => Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj")],
  ["image-too-many-pixels", "bomb.png", async () => claiming(await anImage("png"), 50_000)],
  ["image-too-large", "huge.jpg", async () => Buffer.alloc(20_000_001, 0xff)],
  ["image-moves", "dance.gif", animation],
] as const)("refuses with %s: %s", async (refusal, fileName, bytes) => {
  const ctx = await testContext();
  const outcome = await uploadMedia(ctx, { bytes: await bytes(), fileName });
  expect(outcome).toMatchObject({ ok: false, refusal, detail: { file: fileName } });
});

test("an image that hides a page behind its last pixel is kept without it", async () => {
  const ctx = await testContext();
  const bytes = Buffer.concat([await anImage("png"), Buffer.from("<script>alert(1)</script>")]);
  const outcome = await uploadMedia(ctx, { bytes, fileName: "both.png" });
  if (!outcome.ok) throw new Error(outcome.refusal);
  expect((await openMedia(ctx, outcome.value.id)).bytes.includes("script")).toBe(false);
});

test("viewers cannot", async () => {
  const ctx = await testContext({ actor: { id: "vera", role: "viewer" } });
  await expect(uploadMedia(ctx, { bytes: await anImage(), fileName: "a.jpg" })).rejects.toThrow(
    "editor",
  );
});

test("another workspace's image is not there", async () => {
  const ctx = await testContext();
  const medium = await haveImage(ctx);
  const other = { ...ctx, workspaceId: "workspace-2" };
  await expect(openMedia(other, medium.id)).rejects.toThrow("No image");
});

function cut(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

/** The same PNG with another size in its header, checksum and all. */
function claiming(png: Buffer, side: number): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(side, 16);
  bytes.writeUInt32BE(side, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

async function animation(): Promise<Buffer> {
  const frames = [await anImage("png"), await anImage("png", { background: "#ffffff" })];
  return sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
}
