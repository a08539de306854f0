import { mkdirSync, truncateSync } from "node:fs";
import { join } from "node:path";

import sharp from "sharp";
import { expect, test } from "vitest";

import { refusalIn, twoWorkspaces } from "./two-workspaces.ts";

test("a picture is taken with its size, and what is none is told why", async () => {
  const { run, folder, haveFile } = await twoWorkspaces();
  const image = sharp({ create: { width: 640, height: 480, channels: 3, background: "#888" } });
  haveFile("picture.png", await image.png().toBuffer());
  const taken = await run(["media", "check", "picture.png", "--json"]);
  expect(taken).toMatchObject({ code: 0, err: "" });
  expect(taken.json()).toMatchObject({ isTaken: true, width: 640, height: 480 });

  haveFile("empty.png", "");
  haveFile("text.png", "no picture");
  haveFile("page.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  haveFile("huge.png", "");
  truncateSync(join(folder, "huge.png"), 3_000_000_000);
  for (const [file, refusal] of [
    ["empty.png", "not-an-image"],
    ["text.png", "not-an-image"],
    ["page.svg", "not-an-image"],
    ["huge.png", "image-too-large"],
    ["/dev/zero", "image-too-large"],
  ] as const) {
    const told: { isTaken: boolean; refusal: string; sentence: string } = (
      await run(["media", "check", file, "--json"])
    ).json();
    expect(told, file).toMatchObject({ isTaken: false, refusal });
    expect((await run(["media", "check", file])).out).toBe(told.sentence);
  }
  mkdirSync(join(folder, "folder"));
  expect(refusalIn(await run(["media", "check", "absent.png", "--json"])).refusal).toBe(
    "no-such-file",
  );
  expect(refusalIn(await run(["media", "check", "folder", "--json"])).refusal).toBe(
    "file-is-folder",
  );
});
