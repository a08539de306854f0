import { findNetwork } from "../networks/registry.ts";
import type { Delivery } from "./delivery.ts";

/** What the network asks for this delivery, in millionths of a US dollar. */
export function priceOfDelivery({ network, frozen }: Pick<Delivery, "network" | "frozen">): number {
  const { text, images, replyTo } = frozen;
  const price = findNetwork(network)?.price?.({ text, images, replyTo: replyTo ?? undefined });
  return price?.usdMicros ?? 0;
}
