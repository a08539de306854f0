import type { Limits } from "../networks/contract/limits.ts";
import { connectorFor } from "../networks/registry.ts";
import type { Account } from "./account.ts";

/** What an account's own server accepts, or else what its network usually does. */
export function limitsOf(account: Pick<Account, "network" | "limits">): Limits {
  return account.limits ?? connectorFor(account.network).limits;
}
