import type { Context } from "../kernel/context.ts";
import { listPostsById } from "../posts/list-posts.ts";
import type { PostWithVersions } from "../posts/post.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { countByPostAndStage, listMostAnswered, type PostStageRow } from "./repository.ts";
import { lastWeeks } from "./show-engagement-by-stage.ts";

export interface PostEngagement {
  readonly post: PostWithVersions;
  readonly touchpoints: number;
  /** Touchpoints by stage id. */
  readonly byStage: Readonly<Record<string, number>>;
}

/** Returns the posts with the most touchpoints in these weeks, most first, however old the posts are. */
export async function showEngagementByPost(
  ctx: Context,
  { weeks, most, accountId }: { weeks: number; most: number; accountId?: string | undefined },
): Promise<PostEngagement[]> {
  requireRole(ctx, "viewer");
  const { timeZone } = await showWorkspace(ctx);
  const sinceWeek = lastWeeks(ctx.clock.now(), timeZone, weeks)[0] ?? "";
  const slice = { sinceWeek, accountId };
  const ids = await listMostAnswered(ctx.db, ctx.workspaceId, { ...slice, most });
  const [posts, rows] = await Promise.all([
    listPostsById(ctx, ids),
    countByPostAndStage(ctx.db, ctx.workspaceId, ids, slice),
  ]);
  return posts
    .map((post) => engagementOf(post, rows))
    .toSorted((a, b) => b.touchpoints - a.touchpoints);
}

function engagementOf(post: PostWithVersions, rows: readonly PostStageRow[]): PostEngagement {
  const own = rows.filter((row) => row.postId === post.id);
  const byStage = own.flatMap(({ stageId, touchpoints }) =>
    stageId ? [[stageId, touchpoints] as const] : [],
  );
  return {
    post,
    touchpoints: own.reduce((sum, row) => sum + row.touchpoints, 0),
    byStage: Object.fromEntries(byStage),
  };
}
