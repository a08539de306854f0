import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { countByPostAndStage } from "./repository.ts";

/** Returns the number of touchpoints on each of these posts; posts without any are absent. */
export async function countOnPosts(
  ctx: Context,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  requireRole(ctx, "viewer");
  const counts = new Map<string, number>();
  for (const { postId, touchpoints } of await countByPostAndStage(ctx.db, ctx.workspaceId, postIds))
    if (postId) counts.set(postId, (counts.get(postId) ?? 0) + touchpoints);
  return counts;
}
