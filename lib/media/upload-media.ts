import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { sha256 } from "../kernel/sha256.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { maxUploadBytes, plainFileName, type Medium, type ReadImage } from "./medium.ts";
import { readImage, type ImageFault } from "./read-image.ts";
import { findMediumByDigest, insertMedium } from "./repository.ts";

type UploadRefusal = ImageFault | "image-too-large";

export interface UploadMediaInput {
  readonly bytes: Uint8Array;
  /** The name to show; it does not determine the type. */
  readonly fileName: string;
}

/** Stores an image, re-encoded. If the workspace has the same image already, returns that one. */
export async function uploadMedia(
  ctx: Context,
  { bytes, fileName }: UploadMediaInput,
): Promise<Result<Medium, UploadRefusal>> {
  requireRole(ctx, "editor");
  const checked = await checkMedia({ bytes, fileName });
  if (!checked.ok) return checked;
  const { image, name } = checked.value;

  const medium: Medium = {
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    sha256: sha256(image.bytes),
    type: image.type,
    byteLength: image.bytes.length,
    width: image.width,
    height: image.height,
    fileName: name,
    video: null,
    uploadedBy: ctx.actor.id,
    createdAt: ctx.clock.now(),
  };
  return ctx.transact(async (tx) => {
    const known = await findMediumByDigest(tx, ctx.workspaceId, medium.sha256);
    if (known) return ok(known);
    await insertMedium(tx, medium, image.bytes);
    await record(tx, ctx, "media.uploaded", medium.id, { sha256: medium.sha256 });
    return ok(medium);
  });
}

/** Checks an image and returns it as it would be stored. */
export async function checkMedia({
  bytes,
  fileName,
}: UploadMediaInput): Promise<Result<{ image: ReadImage; name: string }, UploadRefusal>> {
  const name = plainFileName(fileName);
  if (bytes.length > maxUploadBytes)
    return refused("image-too-large", { file: name, megabytes: maxUploadBytes / 1e6 });
  const image = await readImage(bytes);
  return typeof image === "string" ? refused(image, { file: name }) : ok({ image, name });
}
