import type { Limits } from "../networks/contract/limits.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import type { Account } from "./account.ts";

/** What an account's own server accepts, or else what its network usually does. */
export function limitsOf(
  networks: NetworkRegistry,
  account: Pick<Account, "network" | "limits">,
): Limits {
  return account.limits ?? networks.get(account.network).limits;
}
