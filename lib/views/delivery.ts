import { listAccounts } from "../accounts/list-accounts.ts";
import { showAccount } from "../accounts/show-account.ts";
import { listDeliveries } from "../deliveries/list-deliveries.ts";
import { countQuestions } from "../deliveries/list-questions.ts";
import { listHistories, showDelivery } from "../deliveries/show-delivery.ts";
import type { Context } from "../kernel/context.ts";
import { listBlockers } from "../publisher/list-blockers.ts";
import { requireRole } from "../workspaces/require-role.ts";

/** Returns a delivery with its account and its blocker, if any. */
export async function viewDelivery(ctx: Context, id: string) {
  requireRole(ctx, "viewer");
  const delivery = await showDelivery(ctx, id);
  const [account, blockers] = await Promise.all([
    showAccount(ctx, delivery.accountId),
    listBlockers(ctx, { postIds: [delivery.postId] }),
  ]);
  return { delivery, account, blocked: blockers.find(({ deliveryId }) => deliveryId === id) };
}

/** Returns the latest deliveries with their blockers, and how many need a person. */
export async function viewDeliveries(ctx: Context) {
  requireRole(ctx, "viewer");
  const [questions, deliveries] = await Promise.all([countQuestions(ctx), listDeliveries(ctx)]);
  const postIds = [...new Set(deliveries.map(({ postId }) => postId))];
  const blockers = await listBlockers(ctx, { postIds });
  return {
    questions,
    deliveries: deliveries.map((delivery) => ({
      delivery,
      blocked: blockers.find(({ deliveryId }) => deliveryId === delivery.id),
    })),
  };
}

/** Returns deliveries with their histories: those of one post, or the latest of all. */
export async function viewDeliveryHistories(ctx: Context, postId?: string) {
  requireRole(ctx, "viewer");
  const [accounts, deliveries] = await Promise.all([
    listAccounts(ctx, { withDisconnected: true }),
    listDeliveries(ctx, postId === undefined ? { limit: 2_000 } : { postIds: [postId] }),
  ]);
  return { accounts, deliveries: await listHistories(ctx, deliveries) };
}
