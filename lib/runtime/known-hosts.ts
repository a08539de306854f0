import type { Environment } from "./environment.ts";
import { hostName, hostOfAddress, isLoopback } from "./host-name.ts";

export interface Arrival {
  /** The header, as it came. */
  readonly host: string | undefined;
  /** Where on this machine the connection came in. */
  readonly localAddress: string | undefined;
}

type Known = Pick<Environment, "publicUrl" | "isPublicUrlGiven" | "allowedHosts">;

/**
 * Whether a request may be for us: a page of a stranger can have its own name point at this machine, and would
 * then be served as one of ours. Ports are not looked at, since a name is what a stranger can choose.
 *
 * Where the operator has said the address, a proxy may send the name it knows us by instead. Such a
 * name has no dot (`shoutloop`, `app`), and so can be no stranger's.
 */
export function knownHosts({
  publicUrl,
  isPublicUrlGiven,
  allowedHosts,
}: Known): (arrival: Arrival) => boolean {
  const names = new Set([hostName(new URL(publicUrl).host), ...allowedHosts]);
  return ({ host, localAddress }) => {
    // Only HTTP/1.0 knows requests without one, and no browser speaks it.
    if (host === undefined) return true;
    const name = hostName(host);
    if (name === undefined) return false;
    if (names.has(name) || isLoopback(name)) return true;
    if (localAddress !== undefined && name === hostOfAddress(localAddress)) return true;
    return isPublicUrlGiven && /^[a-z\d_-]+$/.test(name);
  };
}
