import type { Connector } from "./connector.ts";

/** The networks available in one process. */
export interface NetworkRegistry {
  /** In the order of the connect page. */
  readonly all: readonly Connector[];
  find(network: string): Connector | undefined;
  /** Throws if the network is unknown, because stored rows only name known networks. */
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
