import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import { recordSpending } from "../spending/record-spending.ts";
import type { Delivery } from "./delivery.ts";
import type { Resolution } from "./resolution.ts";

/** Also for what was found there later: the network took its price when it took the post. */
export async function payForDelivery(tx: Tx, ctx: Context, delivery: Delivery): Promise<void> {
  const { workspaceId, accountId } = delivery;
  const usdMicros = priceOfDelivery(ctx.networks, delivery);
  await recordSpending(tx, ctx, { workspaceId, accountId, kind: "publish", usdMicros });
}

/** What is there has taken its price, unless a person posted it in the network's own composer. */
export async function payForResolved(
  tx: Tx,
  ctx: Context,
  delivery: Delivery,
  resolution: Resolution,
): Promise<void> {
  if (resolution === "is-there" && delivery.sender === "engine")
    await payForDelivery(tx, ctx, delivery);
}

/** What the network asked for telling whether a post is there. */
export async function payForLooking(
  tx: Tx,
  ctx: Context,
  { workspaceId, accountId }: Delivery,
  usdMicros: number,
): Promise<void> {
  await recordSpending(tx, ctx, { workspaceId, accountId, kind: "read", usdMicros });
}

/** What the network asks for this delivery, in millionths of a US dollar. */
export function priceOfDelivery(
  networks: NetworkRegistry,
  { network, snapshot }: Pick<Delivery, "network" | "snapshot">,
): number {
  const { text, images, replyTo } = snapshot;
  const price = networks.find(network)?.price?.({ text, images, replyTo: replyTo ?? undefined });
  return price?.usdMicros ?? 0;
}
