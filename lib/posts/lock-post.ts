import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import type { PostWithVersions } from "./post.ts";
import { lockPost as lockRow } from "./repository.ts";

/** Reads a post inside a transaction that is going to change it or its deliveries. */
export async function lockPost(tx: Tx, ctx: Context, postId: string): Promise<PostWithVersions> {
  return lockRow(tx, ctx.workspaceId, postId);
}
