import type { Environment } from "./environment.ts";
import { hostName, hostOfAddress, isLoopback } from "./host-name.ts";

export interface Arrival {
  /** The `Host` header as received. */
  readonly host: string | undefined;
  /** Local address of the connection. */
  readonly localAddress: string | undefined;
}

type Known = Pick<Environment, "publicUrl" | "isPublicUrlGiven" | "allowedHosts">;

/**
 * Returns a function that tells whether a request's host is ours. Otherwise a foreign domain that points at
 * this machine could be served as one of our pages (DNS rebinding). Ports are ignored, because an attacker
 * can only choose the name. If the operator has set the public address, names without a dot (`shoutloop`,
 * `app`) are also accepted: a proxy may send one, and no foreign domain can have one.
 */
export function knownHosts({
  publicUrl,
  isPublicUrlGiven,
  allowedHosts,
}: Known): (arrival: Arrival) => boolean {
  const names = new Set([hostName(new URL(publicUrl).host), ...allowedHosts]);
  return ({ host, localAddress }) => {
    // Only HTTP/1.0 allows requests without a host; browsers do not use it.
    if (host === undefined) return true;
    const name = hostName(host);
    if (name === undefined) return false;
    if (names.has(name) || isLoopback(name)) return true;
    if (localAddress !== undefined && name === hostOfAddress(localAddress)) return true;
    return isPublicUrlGiven && /^[a-z\d_-]+$/.test(name);
  };
}
