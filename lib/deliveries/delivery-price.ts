import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import { recordSpending } from "../spending/record-spending.ts";
import type { Delivery } from "./delivery.ts";
import type { Resolution } from "./resolution.ts";

/**
 * Records the price of a published post, also if it was found on the network later: the network charged for
 * it when it accepted the post.
 */
export async function payForDelivery(tx: Tx, ctx: Context, delivery: Delivery): Promise<void> {
  const { workspaceId, accountId } = delivery;
  const usdMicros = priceOfDelivery(ctx.networks, delivery);
  await recordSpending(tx, ctx, { workspaceId, accountId, kind: "publish", usdMicros });
}

/**
 * Records the price if a person says that the post is there, unless a person posted it in the network's
 * composer.
 */
export async function payForResolved(
  tx: Tx,
  ctx: Context,
  delivery: Delivery,
  resolution: Resolution,
): Promise<void> {
  if (resolution === "is-there" && delivery.sender === "engine")
    await payForDelivery(tx, ctx, delivery);
}

/** Records what the network charged for searching a post. */
export async function payForLooking(
  tx: Tx,
  ctx: Context,
  { workspaceId, accountId }: Delivery,
  usdMicros: number,
): Promise<void> {
  await recordSpending(tx, ctx, { workspaceId, accountId, kind: "read", usdMicros });
}

/** Returns what the network charges for this delivery, in millionths of a US dollar. */
export function priceOfDelivery(
  networks: NetworkRegistry,
  { network, snapshot }: Pick<Delivery, "network" | "snapshot">,
): number {
  const { text, images, replyTo } = snapshot;
  const price = networks.find(network)?.price?.({ text, images, replyTo: replyTo ?? undefined });
  return price?.usdMicros ?? 0;
}
