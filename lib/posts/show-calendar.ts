import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { PostWithVersions } from "./post.ts";
import { listBetween } from "./repository.ts";

/** Returns scheduled and published posts with `from <= publishAt < until`, oldest first. */
export async function showCalendar(
  ctx: Context,
  { from, until }: { from: Date; until: Date },
): Promise<PostWithVersions[]> {
  requireRole(ctx, "viewer");
  return listBetween(ctx.db, ctx.workspaceId, from, until);
}
