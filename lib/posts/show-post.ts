import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { PostWithVersions } from "./post.ts";
import { findPost } from "./repository.ts";

export async function showPost(ctx: Context, postId: string): Promise<PostWithVersions> {
  requireRole(ctx, "viewer");
  return findPost(ctx.db, ctx.workspaceId, postId);
}
