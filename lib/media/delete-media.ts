import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { countUses, deleteMediumRows, findMedium } from "./repository.ts";

/** Deletes an image or video that is not used; refuses otherwise. */
export async function deleteMedia(
  ctx: Context,
  { mediaId }: { mediaId: string },
): Promise<Result<null, "image-in-use">> {
  requireRole(ctx, "editor");
  return ctx.transact(async (tx) => {
    const medium = await findMedium(tx, ctx.workspaceId, mediaId);
    const uses = await countUses(tx, ctx.workspaceId, medium.id);
    if (uses > 0) return refused("image-in-use", { file: medium.fileName });
    await deleteMediumRows(tx, medium);
    await record(tx, ctx, "media.deleted", medium.id, { fileName: medium.fileName });
    return ok(null);
  });
}
