import { notFound } from "next/navigation";

import { showAccount } from "#lib/accounts/show-account";
import type { Context } from "#lib/kernel/context";
import { isNamed } from "#lib/kernel/errors";
import { listHolds } from "#lib/publishing/list-holds";
import { showDelivery } from "#lib/publishing/show-delivery";

/** A delivery with its account and, where something keeps it back, what. */
export async function loadDelivery(ctx: Context, id: string) {
  const delivery = await showDelivery(ctx, id).catch((error: unknown) => {
    if (isNamed(error, "NotFound")) return notFound();
    throw error;
  });
  const [account, holds] = await Promise.all([
    showAccount(ctx, delivery.accountId),
    listHolds(ctx, { postIds: [delivery.postId] }),
  ]);
  return { delivery, account, held: holds.find(({ deliveryId }) => deliveryId === id) };
}
