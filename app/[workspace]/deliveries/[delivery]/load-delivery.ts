import { showAccount } from "#lib/accounts/show-account";
import { showDelivery } from "#lib/deliveries/show-delivery";
import type { Context } from "#lib/kernel/context";
import { listHolds } from "#lib/publisher/list-blockers";

import { orNotFound } from "../../../_actions/or-not-found.ts";

/** A delivery with its account and, where something keeps it back, what. */
export async function loadDelivery(ctx: Context, id: string) {
  const delivery = await orNotFound(showDelivery(ctx, id));
  const [account, holds] = await Promise.all([
    showAccount(ctx, delivery.accountId),
    listHolds(ctx, { postIds: [delivery.postId] }),
  ]);
  return { delivery, account, held: holds.find(({ deliveryId }) => deliveryId === id) };
}
