import { originOf, pastedAddress } from "../kit/pasted.ts";
import type { SessionAnswer } from "./wire.ts";

export const defaultServer = "https://bsky.social";

/** Hosts of the web app, which is not a server. Their users sign in at the default server. */
const appHosts = new Set(["bsky.app", "www.bsky.app", "staging.bsky.app"]);

/**
 * Returns the origin of a typed address, https by default; the default server if it is empty; undefined if it
 * is no address.
 */
export function serverAddress(answer: string): string | undefined {
  const typed = pastedAddress(answer);
  if (!typed) return defaultServer;
  const url = URL.parse(/^[a-z][a-z+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  const isUsable = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  if (!isUsable) return undefined;
  return appHosts.has(url.hostname) ? defaultServer : originOf(url);
}

/**
 * Returns the account's own server from its DID document: bsky.social only hands out sessions. Returns
 * `entry` if the document is missing.
 */
export function serverOf(session: SessionAnswer, entry: string): string {
  const service = session.didDoc?.service?.find(({ id }) => id.endsWith("#atproto_pds"));
  const endpoint = service?.serviceEndpoint;
  return (typeof endpoint === "string" && endpoint && serverAddress(endpoint)) || entry;
}
