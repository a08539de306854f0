import type { Account } from "../accounts/account.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";

/**
 * Returns the posts that an account may publish in 24 hours: the lower of the network's limit and the team's;
 * undefined if there is neither.
 */
export function postsPerDay(
  networks: NetworkRegistry,
  { network, budget }: Pick<Account, "network" | "budget">,
): number | undefined {
  const limits = [networks.get(network).postsPerDay, budget?.postsPerDay];
  const known = limits.filter((limit) => limit !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
