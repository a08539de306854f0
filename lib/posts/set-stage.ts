import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import type { Post } from "./post.ts";
import { updatePost } from "./repository.ts";

/**
 * Changes the post's stage. Part of a transaction that has locked the post; the caller has checked the stage.
 */
export async function setStage(
  tx: Tx,
  ctx: Context,
  post: Pick<Post, "id" | "version">,
  stageId: string | null,
): Promise<void> {
  await updatePost(tx, ctx.workspaceId, post.id, { stageId, updatedAt: ctx.clock.now() });
  await record(tx, ctx, "post.edited", post.id, { version: post.version + 1 });
}
