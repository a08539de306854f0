import { expect, test } from "vitest";

import { listHistory } from "#lib/events/repository";
import { deleteMedia } from "#lib/media/delete-media";
import { listMedia } from "#lib/media/list-media";
import { openMedia } from "#lib/media/open-media";
import { findMedium, insertMedium } from "#lib/media/repository";
import { saveDraft } from "#lib/posts/save-draft";

import { haveWorkspace } from "../support/factories.ts";
import { haveImage } from "../support/have-image.ts";

test("forgets an unused image with its bytes and leaves its event", async () => {
  const ctx = await haveWorkspace();
  const { id: mediaId } = await haveImage(ctx);
  expect(await listMedia(ctx)).toHaveLength(1);
  expect(await deleteMedia(ctx, { mediaId })).toEqual({ ok: true, value: null });
  await expect(openMedia(ctx, mediaId)).rejects.toThrow("No image");
  const [event] = await listHistory(ctx.db, ctx.workspaceId, mediaId);
  expect(event?.type).toBe("media.deleted");
  const again = await haveImage(ctx);
  expect((await openMedia(ctx, again.id)).bytes.length).toBe(again.byteLength);
});

test("of two rows that one image got at the same moment, either can be deleted", async () => {
  const ctx = await haveWorkspace();
  const { id: mediaId } = await haveImage(ctx);
  const medium = await findMedium(ctx.db, ctx.workspaceId, mediaId);
  const twin = { ...medium, id: ctx.newId() };
  await ctx.transact((tx) => insertMedium(tx, twin, Buffer.from("the same bytes are there")));
  await deleteMedia(ctx, { mediaId });
  expect((await openMedia(ctx, twin.id)).bytes.length).toBe(medium.byteLength);
  await deleteMedia(ctx, { mediaId: twin.id });
  await expect(openMedia(ctx, twin.id)).rejects.toThrow("No image");
});

test("keeps what a post shows", async () => {
  const ctx = await haveWorkspace();
  const { id: mediaId } = await haveImage(ctx);
  await saveDraft(ctx, { parts: [{ text: "Look", images: [{ mediaId, alt: "a scarf" }] }] });
  const outcome = await deleteMedia(ctx, { mediaId });
  expect(outcome).toMatchObject({ ok: false, refusal: "image-in-use" });
});

test("viewers cannot, and another workspace has none", async () => {
  const ctx = await haveWorkspace();
  const { id: mediaId } = await haveImage(ctx);
  const viewer = { ...ctx, actor: { id: "vera", role: "viewer" as const } };
  await expect(deleteMedia(viewer, { mediaId })).rejects.toThrow("editor");
  const other = { ...ctx, workspaceId: "workspace-2" };
  await expect(deleteMedia(other, { mediaId })).rejects.toThrow("No image");
});
