import sharp from "sharp";
import { expect, test } from "vitest";

import { shareFrom } from "#lib/media/share-media";
import { openSignedImage, signedImagePath } from "#lib/media/signed-image";

import { haveWorkspace } from "../support/factories.ts";
import { haveImage } from "../support/have-image.ts";

const fit = { maxBytes: 100_000, maxSide: 20, types: ["image/jpeg", "image/png"] as const };

test("an address shows one picture, made to fit, and ends", async () => {
  const ctx = await haveWorkspace();
  const { id: mediaId } = await haveImage(ctx);
  const share = shareFrom("https://shoutloop.example", ctx);
  const address = new URL(await share.addressOf({ workspaceId: ctx.workspaceId, mediaId, fit }));
  expect(address.origin).toBe("https://shoutloop.example");
  const asked = askedBy(address);
  const shown = await openSignedImage(ctx, asked);
  expect(shown?.type).toMatch(/jpeg|png/);
  const { width, height } = await sharp(shown?.bytes).metadata();
  expect(Math.max(width, height)).toBe(20);
  ctx.clock.pass({ days: 1 });
  expect(await openSignedImage(ctx, asked)).toBeDefined();
  ctx.clock.pass({ days: 2 });
  expect(await openSignedImage(ctx, asked)).toBeUndefined();
});

test("without a fit it is as it is stored", async () => {
  const ctx = await haveWorkspace();
  const { id: mediaId } = await haveImage(ctx);
  const path = signedImagePath(ctx, { workspaceId: ctx.workspaceId, mediaId });
  const shown = await openSignedImage(ctx, askedBy(new URL(path, "https://x.example")));
  expect(shown?.id).toBe(mediaId);
});

test("another picture, size, end or workspace is not shown by the same signature", async () => {
  const ctx = await haveWorkspace();
  const { id: mediaId } = await haveImage(ctx);
  const path = signedImagePath(ctx, { workspaceId: ctx.workspaceId, mediaId, fit });
  const asked = askedBy(new URL(path, "https://x.example"));
  for (const changed of [
    { mediaId: "another" },
    { fit: "9000000-9000-" },
    { fit: undefined },
    { until: asked.until + 1 },
    { workspaceId: "elsewhere" },
    { signature: "" },
    { signature: `${asked.signature}x` },
  ])
    expect(await openSignedImage(ctx, { ...asked, ...changed })).toBeUndefined();
});

function askedBy({ pathname, searchParams }: URL) {
  const [workspaceId = "", mediaId = ""] = pathname.split("/").slice(-2);
  return {
    workspaceId,
    mediaId,
    until: Number(searchParams.get("until")),
    fit: searchParams.get("fit") ?? undefined,
    signature: searchParams.get("signature") ?? "",
  };
}
