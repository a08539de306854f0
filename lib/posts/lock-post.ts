import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Refused } from "../kernel/result.ts";
import { refuseChanged } from "../workspaces/changed-since.ts";
import type { Post, PostWithVersions } from "./post.ts";
import { findUndeletedPost, lockPost as lockRow } from "./repository.ts";

/** Locks and returns a post. For transactions that change it or its deliveries. */
export async function lockPost(tx: Tx, ctx: Context, postId: string): Promise<PostWithVersions> {
  return lockRow(tx, ctx.workspaceId, postId);
}

/**
 * Like `lockPost`, but refuses if the post's version differs from `version`. Without a version there is no
 * check.
 */
export async function lockPostAt(
  tx: Tx,
  ctx: Context,
  postId: string,
  version: number | undefined,
): Promise<{ ok: true; value: PostWithVersions } | Refused<"changed-since">> {
  const post = await lockPost(tx, ctx, postId);
  if (version === undefined || version === post.version) return ok(post);
  return refuseChanged(tx, ctx, post, { since: version });
}

/** Returns the post; undefined if it is deleted. */
export async function postIfThere(tx: Tx, ctx: Context, postId: string): Promise<Post | undefined> {
  return findUndeletedPost(tx, ctx.workspaceId, postId);
}
