import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { PostIdInput } from "./input.ts";
import { lockDeletedPost, updatePost } from "./repository.ts";

/** Undoes a deletion: the post is a draft again. */
export async function restorePost(
  ctx: Context,
  { postId }: PostIdInput,
): Promise<Result<{ postId: string }, never>> {
  requireRole(ctx, "editor");
  return ctx.transact(async (tx) => {
    await lockDeletedPost(tx, ctx.workspaceId, postId);
    await updatePost(tx, ctx.workspaceId, postId, { state: "draft", updatedAt: ctx.clock.now() });
    await record(tx, ctx, "post.edited", postId, {});
    return ok({ postId });
  });
}
