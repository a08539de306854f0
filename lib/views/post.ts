import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import { countOnPosts } from "../analytics/count-on-posts.ts";
import { listDeliveries } from "../deliveries/list-deliveries.ts";
import { postStatus } from "../deliveries/post-status.ts";
import { listHistories } from "../deliveries/show-delivery.ts";
import { listLatestMetrics } from "../engagement/list-latest-metrics.ts";
import { listTouchpoints } from "../engagement/list-touchpoints.ts";
import type { Context } from "../kernel/context.ts";
import { listPosts } from "../posts/list-posts.ts";
import type { PostWithVersions } from "../posts/post.ts";
import { showPost } from "../posts/show-post.ts";
import { listBlockers } from "../publisher/list-blockers.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { chosenOptions } from "./chosen-options.ts";
import { viewRecurrence } from "./recurrences.ts";

const latestShown = 8;

/** Returns a post with its deliveries and reactions. */
export async function viewPost(ctx: Context, id: string) {
  requireRole(ctx, "viewer");
  const post = await showPost(ctx, id);
  const [stages, accounts, deliveries, touchpoints, latest] = await Promise.all([
    listStages(ctx),
    listAccounts(ctx, { withDisconnected: true }),
    listDeliveries(ctx, { postIds: [id] }),
    countOnPosts(ctx, [id]),
    listTouchpoints(ctx, { postId: id, limit: latestShown }),
  ]);
  const [recurrence, histories, blockers, metrics] = await Promise.all([
    post.recurrenceId ? viewRecurrence(ctx, post.recurrenceId) : undefined,
    listHistories(ctx, deliveries),
    listBlockers(ctx, { postIds: [id] }),
    listLatestMetrics(
      ctx,
      deliveries.map((delivery) => delivery.id),
    ),
  ]);
  return {
    post,
    stages,
    accounts,
    latest: latest.touchpoints,
    recurrence,
    stage: stages.find((one) => one.id === post.stageId),
    deliveries: histories.map((delivery) => ({
      delivery,
      blocked: blockers.find(({ deliveryId }) => deliveryId === delivery.id),
      metric: metrics.get(delivery.id),
      account: accounts.find((account) => account.id === delivery.accountId),
    })),
    touchpoints: touchpoints.get(id) ?? 0,
    status: postStatus(post, deliveries),
    texts: textsOf(post, accounts),
    options: chosenOptions(post, accounts, (network) => ctx.networks.get(network)),
  };
}

/** Returns the latest posts with their stages and statuses. */
export async function viewPosts(ctx: Context) {
  requireRole(ctx, "viewer");
  const [posts, stages] = await Promise.all([listPosts(ctx, { limit: 200 }), listStages(ctx)]);
  const postIds = posts.map(({ id }) => id);
  const deliveries = await listDeliveries(ctx, { postIds });
  return posts.map((post) => ({
    post,
    stage: stages.find((one) => one.id === post.stageId),
    status: postStatus(
      post,
      deliveries.filter(({ postId }) => postId === post.id),
    ),
  }));
}

/**
 * Returns the texts of a post and their accounts: the common text if any account gets it, then each account's
 * own.
 */
function textsOf({ parts, versions }: PostWithVersions, accounts: readonly Account[]) {
  const of = (some: PostWithVersions["versions"]) =>
    some.flatMap(({ accountId }) => accounts.find(({ id }) => id === accountId) ?? []);
  const own = versions.flatMap((version) =>
    version.parts ? [{ accounts: of([version]), parts: version.parts }] : [],
  );
  const common = versions.filter((version) => !version.parts);
  const isShared = common.length > 0 || own.length === 0;
  return [...(isShared ? [{ accounts: of(common), parts }] : []), ...own];
}

export type PostView = Awaited<ReturnType<typeof viewPost>>;
