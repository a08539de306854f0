import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { PostIdInput } from "./input.ts";
import { lockPost, updatePost } from "./repository.ts";

/** Deletes a draft. A scheduled post is taken off the schedule first; `restorePost` undoes. */
export async function deletePost(
  ctx: Context,
  { postId }: PostIdInput,
): Promise<Result<{ postId: string }, "already-scheduled">> {
  requireRole(ctx, "editor");
  return ctx.transact((tx) => deleteDraft(tx, ctx, postId));
}

/** Part of a transaction. */
export async function deleteDraft(
  tx: Tx,
  ctx: Context,
  postId: string,
): Promise<Result<{ postId: string }, "already-scheduled">> {
  const post = await lockPost(tx, ctx.workspaceId, postId);
  if (post.state === "scheduled") return refused("already-scheduled");
  await updatePost(tx, ctx.workspaceId, postId, { state: "deleted", updatedAt: ctx.clock.now() });
  await record(tx, ctx, "post.deleted", postId, { text: post.parts[0]?.text ?? "" });
  return ok({ postId });
}
