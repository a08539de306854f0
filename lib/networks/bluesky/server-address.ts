import { originOf, pastedAddress } from "../kit/pasted.ts";
import type { SessionAnswer } from "./wire.ts";

export const defaultServer = "https://bsky.social";

/** Where the app and its pages are: nobody signs in there, but at the usual server. */
const appHosts = new Set(["bsky.app", "www.bsky.app", "staging.bsky.app"]);

/** Scheme and host of what was typed, `https` where no scheme was; undefined where it is no address. */
export function serverAddress(answer: string): string | undefined {
  const typed = pastedAddress(answer);
  if (!typed) return defaultServer;
  const url = URL.parse(/^[a-z][a-z+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  const isUsable = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  if (!isUsable) return undefined;
  return appHosts.has(url.hostname) ? defaultServer : originOf(url);
}

/** Where the account really lives: the entry at bsky.social only hands out sessions. Falls back on the entry where the session does not tell. */
export function serverOf(session: SessionAnswer, entry: string): string {
  const service = session.didDoc?.service?.find(({ id }) => id.endsWith("#atproto_pds"));
  const endpoint = service?.serviceEndpoint;
  return (typeof endpoint === "string" && endpoint && serverAddress(endpoint)) || entry;
}
