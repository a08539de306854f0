import { expect, test } from "vitest";

import { isVideoFile } from "../../app/_components/composer/upload-video.ts";

test.each([
  ["film.mp4", "video/mp4", true],
  ["IMG_0042.MOV", "", true],
  ["sound-only.m4a", "audio/mp4", true],
  ["scarf.png", "image/png", false],
  ["film.mp4.txt", "text/plain", false],
  ["mp4", "", false],
])("%s of type %j is sent as a video: %s", (name, type, isVideo) => {
  expect(isVideoFile(new File(["x"], name, { type }))).toBe(isVideo);
});
