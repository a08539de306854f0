import type { Connector } from "./connector.ts";

/** The networks that one process speaks to. */
export interface NetworkRegistry {
  /** In the order the connect page shows them. */
  readonly all: readonly Connector[];
  find(network: string): Connector | undefined;
  /** Throws for a network that is not here: stored rows name only known ones. */
  get(network: string): Connector;
}

export function createRegistry(all: readonly Connector[]): NetworkRegistry {
  const byKey = new Map(all.map((connector) => [connector.network, connector]));
  return {
    all,
    find: (network) => byKey.get(network),
    get(network) {
      const found = byKey.get(network);
      if (!found) throw new Error(`There is no network "${network}".`);
      return found;
    },
  };
}
