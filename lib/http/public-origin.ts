import { isIP } from "node:net";

import { isPublicAddress } from "./address.ts";

/** Names that lead nowhere outside of a house or a machine: RFC 6761, RFC 6762, RFC 8375 and what is usual. */
const insideOnly = /(^|\.)(localhost|local|internal|lan|home|home\.arpa|intranet|test|invalid)$/i;

/** Whether servers elsewhere can be expected to reach it, by its name alone: over https, at a name or number of the public internet. */
export function isPublicOrigin(address: string): boolean {
  const url = URL.parse(address);
  if (url?.protocol !== "https:") return false;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host)) return isPublicAddress(host);
  return host.includes(".") && !insideOnly.test(host);
}
