import type { Account } from "../accounts/account.ts";
import { connectorFor } from "../networks/registry.ts";

/** How many posts may leave an account in 24 hours: as its network allows, or less where a person wants less. */
export function postsPerDay({
  network,
  budget,
}: Pick<Account, "network" | "budget">): number | undefined {
  const limits = [connectorFor(network).postsPerDay, budget?.postsPerDay];
  const known = limits.filter((limit) => limit !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
