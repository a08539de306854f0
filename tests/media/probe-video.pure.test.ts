import sharp from "sharp";
import { expect, test } from "vitest";

import { mayBeVideo, probeVideo } from "#lib/media/probe-video";

import { anImage } from "../support/have-image.ts";
import { longVideoBytes, videoBytes } from "../support/have-video.ts";

function probed(bytes: Buffer) {
  const read = async (start: number, end: number) => bytes.subarray(start, end);
  return probeVideo({ byteLength: bytes.length, read });
}

test.each([
  ["landscape.mp4", { container: "mp4", codec: "h264", audioCodec: "aac" }],
  ["index-last.mp4", { container: "mp4", codec: "h264", audioCodec: "aac" }],
  ["fragmented.mp4", { container: "mp4", codec: "h264", audioCodec: "aac" }],
  ["landscape.webm", { container: "webm", codec: "vp9", audioCodec: "opus" }],
  ["hevc.mp4", { container: "mp4", codec: "hevc" }],
])("says what %s is", async (name, expected) => {
  const bytes = await videoBytes(name);
  const facts = await probed(bytes);
  expect(facts).toMatchObject({
    ...expected,
    width: 160,
    height: 120,
    rotation: 0,
    frameRate: 10,
    byteLength: bytes.length,
  });
  if (typeof facts === "string") return;
  expect(facts.seconds).toBeGreaterThan(1.9);
  expect(facts.seconds).toBeLessThan(2.3);
  expect("audioCodec" in facts).toBe(name !== "hevc.mp4");
});

test("a film that was held upright is measured as people see it", async () => {
  expect(await probed(await videoBytes("turned.mov"))).toMatchObject({
    container: "mov",
    width: 120,
    height: 160,
    rotation: 270,
  });
});

test.each([
  ["landscape.mp4", 1],
  ["landscape.mp4", 3_000],
  ["index-last.mp4", 1],
  ["index-last.mp4", 5_000],
  ["fragmented.mp4", 40],
  ["landscape.webm", 2_000],
])("%s without its last %i bytes is cut off", async (name, missing) => {
  const bytes = await videoBytes(name);
  expect(await probed(bytes.subarray(0, -missing))).toBe("video-cut-off");
});

test.each([
  ["nothing at all", Buffer.alloc(0), "video-empty"],
  ["noise", Buffer.from("not a film, whatever it is called".repeat(400)), "not-a-video"],
  ["zeros", Buffer.alloc(100_000), "not-a-video"],
])("%s is refused by name", async (_what, bytes, fault) => {
  expect(await probed(bytes)).toBe(fault);
});

test("a picture, a sound and an old container are no videos", async () => {
  expect(await probed(await anImage("png"))).toBe("not-a-video");
  expect(await probed(await anImage("webp"))).toBe("not-a-video");
  expect(await probed(await videoBytes("sound-only.m4a"))).toBe("video-without-pictures");
  expect(await probed(await videoBytes("old.avi"))).toBe("not-a-video");
});

test("a picture in the container of a video goes where pictures go", async () => {
  const avif = await sharp(await anImage())
    .avif()
    .toBuffer();
  expect(await mayBeVideo(avif)).toBe(false);
  expect(await mayBeVideo(await videoBytes("landscape.mp4"))).toBe(true);
});

test("what says wild things of itself ends in a word, not in a hang or a heap", async () => {
  const bytes = await videoBytes("landscape.mp4");
  for (let at = 0; at < 4_000; at += 97) {
    const broken = Buffer.from(bytes);
    broken.fill(0xff, at, at + 4);
    const facts = await probed(broken);
    expect(typeof facts === "string" || facts.byteLength === bytes.length).toBe(true);
  }
}, 20_000);

test("of a large file little is read", async () => {
  const bytes = await longVideoBytes(12_000_000);
  let read = 0;
  const facts = await probeVideo({
    byteLength: bytes.length,
    read: async (start, end) => {
      read += end - start;
      return bytes.subarray(start, end);
    },
  });
  expect(facts).toMatchObject({ codec: "h264" });
  expect(read).toBeLessThan(200_000);
});
