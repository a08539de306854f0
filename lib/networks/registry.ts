import { bluesky } from "./bluesky/connector.ts";
import type { Connector } from "./contract/connector.ts";
import { mastodon } from "./mastodon/connector.ts";
import { practice } from "./practice/connector.ts";
import { xConnector } from "./x/connector.ts";
import { settingsFrom } from "./x/environment.ts";

/** Every network this product speaks to, in the order the connect page shows them: one line a network. */
export const networks: readonly Connector[] = [
  bluesky,
  mastodon,
  xConnector(settingsFrom(process.env)),
  practice,
];

const added: Connector[] = [];

/** Throws for a network that is not here: stored rows name only known ones. */
export function connectorFor(network: string): Connector {
  const found = findNetwork(network);
  if (!found) throw new Error(`No connector for the network "${network}".`);
  return found;
}

export function findNetwork(network: string): Connector | undefined {
  return [...added, ...networks].find((connector) => connector.network === network);
}

/** Puts a network beside (or in the place of) the ones above, for this process; returns how to take it away again. */
export function addNetwork(connector: Connector): () => void {
  added.unshift(connector);
  return () => void added.splice(added.indexOf(connector), 1);
}
