import type { SessionAnswer } from "./wire.ts";

export const defaultServer = "https://bsky.social";

/** Scheme and host of what was typed, `https` where no scheme was; undefined where it is no address. */
export function serverAddress(typed: string): string | undefined {
  if (!typed) return defaultServer;
  const url = URL.parse(/^[a-z][a-z+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  const isUsable = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return isUsable ? url.origin : undefined;
}

/** Where the account really lives: the entry at bsky.social only hands out sessions. Falls back on the entry where the session does not tell. */
export function serverOf(session: SessionAnswer, entry: string): string {
  const service = session.didDoc?.service?.find(({ id }) => id.endsWith("#atproto_pds"));
  const endpoint = service?.serviceEndpoint;
  return (typeof endpoint === "string" && endpoint && serverAddress(endpoint)) || entry;
}
