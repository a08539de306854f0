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
  ["image-moves", "dance.gif", () => animation("gif")],
  ["image-moves", "dance.webp", () => animation("webp")],
  ["image-moves", "dance.png", async () => twoFrames(await anImage("png"))],
  ["image-is-heic", "IMG_0001.HEIC", async () => container("heic", "mif1", "heic")],
  ["image-is-heic", "IMG_0002.jpg", async () => container("mif1", "mif1", "heix", "miaf")],
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

test.each([
  ["bytes between markers", (jpeg: Buffer) => withinHeader(jpeg, Buffer.alloc(16, "A"))],
  ["odd scan parameters", oddScan],
  ["bytes behind its end", (jpeg: Buffer) => Buffer.concat([jpeg, Buffer.alloc(99, "x")])],
] as const)("takes a photo with %s, as every viewer does", async (_what, spoil) => {
  const ctx = await testContext();
  const bytes = spoil(await anImage("jpeg", { width: 64, height: 48 }));
  const outcome = await uploadMedia(ctx, { bytes, fileName: "phone.jpg" });
  expect(outcome).toMatchObject({ ok: true, value: { width: 64, height: 48 } });
});

test.each([
  ["jpeg", 8_064, 6_048, 4_096, 3_072],
  ["png", 16_000, 3_900, 4_096, 998],
] as const)(
  "makes a %s of %i × %i smaller",
  async (format, width, height, keptWidth, keptHeight) => {
    const ctx = await testContext();
    const outcome = await uploadMedia(ctx, {
      bytes: await anImage(format, { width, height }),
      fileName: "large",
    });
    expect(outcome).toMatchObject({ ok: true, value: { width: keptWidth, height: keptHeight } });
  },
  60_000,
);

function withinHeader(jpeg: Buffer, more: Buffer): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), more, jpeg.subarray(2)]);
}

/** Some phones write that a scan ends where it begins. */
function oddScan(jpeg: Buffer): Buffer {
  const bytes = Buffer.from(jpeg);
  const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
  bytes[scan + 2 + bytes.readUInt16BE(scan + 2) - 2] = 0;
  return bytes;
}

/** Says that there are two frames, as an animated PNG does before its pixels. */
function twoFrames(png: Buffer): Buffer {
  const told = Buffer.alloc(20);
  told.writeUInt32BE(8, 0);
  told.write("acTL", 4, "latin1");
  told.writeUInt32BE(2, 8);
  told.writeUInt32BE(crc32(told.subarray(4, 16)), 16);
  return Buffer.concat([png.subarray(0, 33), told, png.subarray(33)]);
}

/** The first box of a file of that family, without what would follow. */
function container(brand: string, ...others: string[]): Buffer {
  const names = [brand, "\0\0\0\0", ...others].join("");
  const box = Buffer.alloc(8 + names.length);
  box.writeUInt32BE(box.length, 0);
  box.write(`ftyp${names}`, 4, "latin1");
  return Buffer.concat([box, Buffer.alloc(64)]);
}

async function animation(format: "gif" | "webp"): Promise<Buffer> {
  const frames = [await anImage("png"), await anImage("png", { background: "#ffffff" })];
  return sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}
