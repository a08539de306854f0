import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { PostWithVersions } from "./post.ts";
import { countInState, listRecent } from "./repository.ts";

const largestPage = 200;

/** Newest change first; 200 at most. */
export async function listPosts(
  ctx: Context,
  { state, limit = 50 }: { state?: "draft" | "scheduled"; limit?: number } = {},
): Promise<PostWithVersions[]> {
  requireRole(ctx, "viewer");
  return listRecent(ctx.db, ctx.workspaceId, state, Math.min(limit, largestPage));
}

export async function countPosts(ctx: Context, state: "draft" | "scheduled"): Promise<number> {
  requireRole(ctx, "viewer");
  return countInState(ctx.db, ctx.workspaceId, state);
}
