import type { Runtime } from "../kernel/context.ts";
import type { Limits } from "../networks/contract/limits.ts";
import type { Account } from "./account.ts";

/**
 * Returns the limits of the account's own server, or else its network's. Allows no pictures if the network
 * fetches them and there is no public address to fetch them from.
 */
export function limitsOf(
  { networks, mediaShare }: Pick<Runtime, "networks" | "mediaShare">,
  account: Pick<Account, "network" | "limits">,
): Limits {
  const limits = account.limits ?? networks.get(account.network).limits;
  const { images } = limits;
  if (!images.isFetched || mediaShare) return limits;
  return { ...limits, images: { ...images, max: 0, isUnreachable: true } };
}
