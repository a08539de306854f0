import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { PostIdInput } from "./input.ts";
import { lockPost } from "./lock-post.ts";
import type { Post } from "./post.ts";
import { updatePost } from "./repository.ts";

/**
 * Deletes a draft. Refuses a scheduled post, which has to be taken off the calendar first. `undoDiscard`
 * reverts it.
 */
export async function deletePost(
  ctx: Context,
  { postId }: PostIdInput,
): Promise<Result<{ postId: string }, "already-scheduled">> {
  requireRole(ctx, "editor");
  return ctx.transact((tx) => deleteDraft(tx, ctx, postId));
}

/**
 * Deletes a draft. Part of a transaction. `planned` is the time it was scheduled for before, which an undo
 * restores.
 */
export async function deleteDraft(
  tx: Tx,
  ctx: Context,
  postId: string,
  planned: Pick<Post, "publishAt" | "localDay"> = { publishAt: null, localDay: null },
): Promise<Result<{ postId: string }, "already-scheduled">> {
  const post = await lockPost(tx, ctx, postId);
  if (post.state === "scheduled") return refused("already-scheduled");
  const { publishAt, localDay } = planned;
  const updatedAt = ctx.clock.now();
  await updatePost(tx, ctx.workspaceId, postId, {
    state: "deleted",
    publishAt,
    localDay,
    updatedAt,
  });
  await record(tx, ctx, "post.deleted", postId, { text: post.parts[0]?.text ?? "" });
  return ok({ postId });
}
