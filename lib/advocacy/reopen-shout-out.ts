import type { Context } from "../kernel/context.ts";
import { postIfThere } from "../posts/lock-post.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { findShoutOutOfPost, updateShoutOut } from "./repository.ts";

/** Makes the suggestion open again after its post was deleted. */
export async function reopenShoutOut(ctx: Context, postId: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.transact(async (tx) => {
    const shoutOut = await findShoutOutOfPost(tx, ctx.workspaceId, postId);
    if (shoutOut?.status !== "accepted") return;
    // A person may have restored the post meanwhile.
    if (await postIfThere(tx, ctx, postId)) return;
    await updateShoutOut(tx, ctx.workspaceId, shoutOut.id, {
      status: "suggested",
      postId: null,
      decidedAt: null,
      decidedBy: null,
    });
  });
}
