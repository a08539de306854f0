import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { PostWithVersions } from "./post.ts";
import { countInState, listNewest, listRecent } from "./repository.ts";

const largestPage = 1_000;

/** Returns posts, latest change first; 1,000 at most. */
export async function listPosts(
  ctx: Context,
  { limit = 50, ...filter }: PostFilter & { limit?: number } = {},
): Promise<PostWithVersions[]> {
  requireRole(ctx, "viewer");
  return listRecent(ctx.db, ctx.workspaceId, { ...filter, limit: Math.min(limit, largestPage) });
}

/** Returns those of these posts that exist. */
export async function listPostsById(
  ctx: Context,
  ids: readonly string[],
): Promise<PostWithVersions[]> {
  requireRole(ctx, "viewer");
  return listNewest(ctx.db, ctx.workspaceId, { ids, limit: ids.length });
}

/** Returns the number of posts in that state, for all accounts or for one. */
export async function countPosts(
  ctx: Context,
  state: PostState,
  accountId?: string,
): Promise<number> {
  requireRole(ctx, "viewer");
  return countInState(ctx.db, ctx.workspaceId, { state, accountId });
}

type PostState = "draft" | "scheduled";

interface PostFilter {
  readonly state?: PostState;
  /** Posts for this account, possibly among others. */
  readonly accountId?: string | undefined;
}
