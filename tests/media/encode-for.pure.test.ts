import { randomBytes } from "node:crypto";

import sharp from "sharp";
import { expect, test } from "vitest";

import { encodeFor } from "#lib/media/encode-for";

import { anImage } from "../support/have-image.ts";

test("an image that fits is left as it is", async () => {
  const bytes = await anImage("png");
  const image = await encodeFor(bytes, { maxBytes: 100_000, maxSide: 100 });
  expect(image).toMatchObject({ type: "image/png", width: 40, height: 30 });
  expect(image.bytes.equals(bytes)).toBe(true);
});

test("a longer side is brought down and keeps its shape", async () => {
  const bytes = await anImage("jpeg", { width: 800, height: 400 });
  const image = await encodeFor(bytes, { maxBytes: 100_000, maxSide: 200 });
  expect(image).toMatchObject({ width: 200, height: 100, type: "image/jpeg" });
});

test.each([100_000, 20_000, 4_000, 900])("noise goes under %i bytes", async (maxBytes) => {
  const image = await encodeFor(await noise(), { maxBytes, maxSide: 2_000 });
  expect(image.bytes.length).toBeLessThanOrEqual(maxBytes);
  expect((await sharp(image.bytes).metadata()).width).toBe(image.width);
});

test("as much quality as fits: a looser limit gives a larger image", async () => {
  const bytes = await noise();
  const small = await encodeFor(bytes, { maxBytes: 20_000, maxSide: 2_000 });
  const large = await encodeFor(bytes, { maxBytes: 80_000, maxSide: 2_000 });
  expect(large.bytes.length).toBeGreaterThan(small.bytes.length);
});

test("see-through parts become white where they must become a photo", async () => {
  const raw = { width: 600, height: 600, channels: 4 as const };
  const clear = randomBytes(600 * 600 * 4);
  for (let at = 3; at < clear.length; at += 4) clear[at] = 0;
  const png = await sharp(clear, { raw }).png().toBuffer();
  const image = await encodeFor(png, { maxBytes: 50_000, maxSide: 600 });
  const { channels } = await sharp(image.bytes).stats();
  expect(channels[0]?.mean).toBeGreaterThan(250);
});

async function noise(): Promise<Buffer> {
  const raw = { width: 350, height: 250, channels: 3 as const };
  return sharp(randomBytes(350 * 250 * 3), { raw })
    .png()
    .toBuffer();
}
