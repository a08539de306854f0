import { onTestFinished } from "vitest";

import type { Store } from "#lib/db/store";
import type { Connector } from "#lib/networks/contract/connector";
import type { NetworkRegistry } from "#lib/networks/contract/registry";
import { openNetworks } from "#lib/networks/registry";

/** What the running test put up, the latest first. */
const ours: Connector[] = [];

/** The product's own networks, and beside or in place of them what a test puts up, before or after this. */
export function testNetworks(store: Pick<Store, "db" | "transact">): NetworkRegistry {
  const product = openNetworks({ settings: {}, store });
  const find = (network: string) =>
    ours.find((connector) => connector.network === network) ?? product.find(network);
  return {
    all: product.all,
    find,
    get: (network) => find(network) ?? product.get(network),
  };
}

/** For as long as the test runs. */
export function putUp(connector: Connector): void {
  ours.unshift(connector);
  onTestFinished(() => void ours.splice(ours.indexOf(connector), 1));
}
