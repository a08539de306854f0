import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import type { Post } from "./post.ts";
import { lockDeletedPost, updatePost } from "./repository.ts";

/**
 * Makes a deleted post a draft again. Part of a transaction. Returns the post as it was, with the time it
 * had.
 */
export async function restoreDraft(tx: Tx, ctx: Context, postId: string): Promise<Post> {
  const post = await lockDeletedPost(tx, ctx.workspaceId, postId);
  await updatePost(tx, ctx.workspaceId, postId, {
    state: "draft",
    publishAt: null,
    localDay: null,
    updatedAt: ctx.clock.now(),
  });
  await record(tx, ctx, "post.restored", postId, { version: post.version + 1 });
  return post;
}
