import { listAccounts } from "../accounts/list-accounts.ts";
import { showEngagementByPost } from "../analytics/show-engagement-by-post.ts";
import { showEngagementByStage } from "../analytics/show-engagement-by-stage.ts";
import { showMoves } from "../analytics/show-moves.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";

const weeks = 12;
const days = 30;
const mostPosts = 12;

/** Returns how people move between the stages, and reactions by stage and post, of one account or of all. */
export async function viewJourney(ctx: Context, accountId: string | undefined) {
  requireRole(ctx, "viewer");
  const [accounts, moves, engagement, posts] = await Promise.all([
    listAccounts(ctx),
    showMoves(ctx, { days }),
    showEngagementByStage(ctx, { weeks, accountId }),
    showEngagementByPost(ctx, { weeks, accountId, most: mostPosts }),
  ]);
  return { accounts, moves, engagement, posts };
}
