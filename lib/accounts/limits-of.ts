import type { Runtime } from "../kernel/context.ts";
import type { Limits } from "../networks/contract/limits.ts";
import type { Account } from "./account.ts";

/** What an account's own server accepts, or else what its network usually does; no picture where it could not be fetched from here. */
export function limitsOf(
  { networks, mediaShare }: Pick<Runtime, "networks" | "mediaShare">,
  account: Pick<Account, "network" | "limits">,
): Limits {
  const limits = account.limits ?? networks.get(account.network).limits;
  const { images } = limits;
  if (!images.isFetched || mediaShare) return limits;
  return { ...limits, images: { ...images, max: 0, isUnreachable: true } };
}
