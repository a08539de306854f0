import { expect, test } from "vitest";

import { type VideoFacts, type VideoLimit, videoProblemsOf } from "#lib/networks/contract/video";
import { problemsOfPart } from "#lib/posts/problems";

const video: VideoFacts = {
  container: "mp4",
  codec: "h264",
  audioCodec: "aac",
  seconds: 60,
  width: 1_080,
  height: 1_920,
  rotation: 90,
  frameRate: 30,
  byteLength: 50_000_000,
};
const limit: VideoLimit = {
  maxBytes: 100_000_000,
  containers: ["mp4"],
  codecs: ["h264"],
  audioCodecs: ["aac"],
  secondsMin: 1,
  secondsMax: 140,
  sideMin: 32,
  longSideMax: 1_920,
  shortSideMax: 1_200,
  ratioMax: 3,
  frameRateMax: 60,
  altMax: 10,
};

test("what fits is taken, held either way", () => {
  expect(videoProblemsOf(video, limit)).toEqual([]);
  expect(videoProblemsOf({ ...video, width: 1_920, height: 1_080 }, limit)).toEqual([]);
  expect(videoProblemsOf({ ...video, frameRate: 60.02, seconds: 140.04 }, limit)).toEqual([]);
  expect(videoProblemsOf({ ...video, audioCodec: undefined }, limit)).toEqual([]);
});

test.each([
  [{ byteLength: 100_000_001 }, { kind: "video-too-large", used: 100.1, max: 100 }],
  [{ container: "webm" as const }, { kind: "video-wrong-container", found: "WebM", taken: "MP4" }],
  [{ codec: "hevc" }, { kind: "video-wrong-codec", found: "HEVC (H.265)", taken: "H.264" }],
  [{ audioCodec: "opus" }, { kind: "video-wrong-audio", found: "Opus", taken: "AAC" }],
  [{ seconds: 0.4 }, { kind: "video-too-short", used: 0.4, max: 1 }],
  [{ seconds: 141.2 }, { kind: "video-too-long", used: 142, max: 140 }],
  [{ width: 30 }, { kind: "video-too-small", used: 30, max: 32 }],
  [
    { width: 2_160, height: 3_840 },
    { kind: "video-too-many-pixels", found: "2160 × 3840", taken: "1920 × 1200" },
  ],
  [
    { width: 400, height: 1_300 },
    { kind: "video-too-stretched", used: 3.3, max: 3 },
  ],
  [{ frameRate: 120 }, { kind: "video-too-quick", used: 120, max: 60 }],
])("%o is named", (over, expected) => {
  expect(videoProblemsOf({ ...video, ...over }, limit)).toContainEqual(
    expect.objectContaining(expected),
  );
});

const images = { max: 4, maxBytes: 1, maxSide: 1, altMax: 1_000 };
const limits = {
  text: { max: 300, unit: "graphemes" as const },
  images,
  threadMax: 25,
  video: limit,
  poll: {
    optionsMax: 4,
    optionLength: 25,
    minutesMin: 5,
    minutesMax: 100,
    hasMultiple: false,
    withImages: false,
  },
};
const { video: _none, ...without } = limits;
const part = { text: "", images: [], video: { mediaId: "v", alt: "", facts: video } };
const kinds = (...args: Parameters<typeof problemsOfPart>) =>
  problemsOfPart(...args).map(({ kind }) => kind);

test("a video is content, and goes alone", () => {
  expect(kinds("a", limits, part, 1)).toEqual([]);
  expect(kinds("a", without, part, 1)).toEqual(["no-videos-here"]);
  const mixed = { ...part, images: [{ mediaId: "i", alt: "" }] };
  expect(kinds("a", limits, mixed, 1)).toEqual(["video-and-images"]);
  const asked = {
    ...part,
    text: "?",
    poll: { options: ["a", "b"], minutes: 60, isMultiple: false },
  };
  expect(kinds("a", limits, asked, 1)).toEqual(["poll-and-images"]);
  const told = { ...part, video: { ...part.video, alt: "A long description" } };
  expect(kinds("a", limits, told, 1)).toEqual(["video-alt-too-long"]);
});
