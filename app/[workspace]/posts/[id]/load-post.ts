import { getFormatter, getTranslations } from "next-intl/server";

import { listAccounts } from "#lib/accounts/list-accounts";
import { showEngagementByPost } from "#lib/analytics/show-engagement-by-post";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { postStatus } from "#lib/deliveries/post-status";
import { listHistories } from "#lib/deliveries/show-delivery";
import { listLatestMetrics } from "#lib/engagement/list-latest-metrics";
import { showPost } from "#lib/posts/show-post";
import { listHolds } from "#lib/publisher/list-blockers";
import { listStages } from "#lib/workspaces/list-stages";

import type { SignedInContext } from "../../../_actions/signed-in-context.ts";
import { stageName } from "../../../_components/stage/stage-name.ts";

/** A post, where it went and what came back. */
export async function loadPost(ctx: SignedInContext, id: string) {
  const post = await showPost(ctx, id);
  const [t, format, stages, accounts, deliveries, engagement] = await Promise.all([
    getTranslations("stages"),
    getFormatter(),
    listStages(ctx),
    listAccounts(ctx, { withDisconnected: true }),
    listDeliveries(ctx, { postIds: [id] }),
    showEngagementByPost(ctx, { weeks: 52 }),
  ]);
  const [histories, holds, metrics] = await Promise.all([
    listHistories(ctx, deliveries),
    listHolds(ctx, { postIds: [id] }),
    listLatestMetrics(
      ctx,
      deliveries.map((delivery) => delivery.id),
    ),
  ]);
  const stage = stages.find((one) => one.id === post.stageId);
  return {
    post,
    stage: stage && { key: stage.key, name: stageName(stage, t) },
    deliveries: histories.map((delivery) => ({
      delivery,
      held: holds.find(({ deliveryId }) => deliveryId === delivery.id),
      metric: metrics.get(delivery.id),
      account: accounts.find((account) => account.id === delivery.accountId),
    })),
    touchpoints: engagement.find((entry) => entry.post.id === id)?.touchpoints ?? 0,
    status: postStatus(post, deliveries),
    moment: post.publishAt
      ? format.dateTime(post.publishAt, {
          dateStyle: "full",
          timeStyle: "short",
          timeZone: post.timeZone,
        })
      : undefined,
  };
}
