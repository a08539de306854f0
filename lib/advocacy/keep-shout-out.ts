import type { Context } from "../kernel/context.ts";
import { postIfThere } from "../posts/lock-post.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { lockShoutOut, updateShoutOut } from "./repository.ts";

/** Accepts the suggestion again after its post was restored, so that the person is not thanked twice. */
export async function keepShoutOut(ctx: Context, postId: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.transact(async (tx) => {
    const post = await postIfThere(tx, ctx, postId);
    if (!post?.shoutOutId) return;
    const shoutOut = await lockShoutOut(tx, ctx.workspaceId, post.shoutOutId);
    if (shoutOut.status !== "suggested") return;
    await updateShoutOut(tx, ctx.workspaceId, shoutOut.id, {
      status: "accepted",
      postId,
      decidedAt: ctx.clock.now(),
      decidedBy: post.authorId,
    });
  });
}
