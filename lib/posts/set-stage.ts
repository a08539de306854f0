import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import type { Post } from "./post.ts";
import { updatePost } from "./repository.ts";

/** Part of a transaction that has locked the post, and knows the stage as one of the workspace's. */
export async function setStage(
  tx: Tx,
  ctx: Context,
  post: Pick<Post, "id" | "version">,
  stageId: string | null,
): Promise<void> {
  await updatePost(tx, ctx.workspaceId, post.id, { stageId, updatedAt: ctx.clock.now() });
  await record(tx, ctx, "post.edited", post.id, { version: post.version + 1 });
}
