import type { Account } from "../accounts/account.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";

/** How many posts may leave an account in 24 hours: as its network allows, or less where a person wants less. */
export function postsPerDay(
  networks: NetworkRegistry,
  { network, budget }: Pick<Account, "network" | "budget">,
): number | undefined {
  const limits = [networks.get(network).postsPerDay, budget?.postsPerDay];
  const known = limits.filter((limit) => limit !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
