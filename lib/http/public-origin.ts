import { isIP } from "node:net";

import { isPublicAddress } from "./address.ts";

/**
 * Names that only resolve within a network or machine: RFC 6761, RFC 6762, RFC 8375 and common local domains.
 */
const insideOnly = /(^|\.)(localhost|local|internal|lan|home|home\.arpa|intranet|test|invalid)$/i;

/**
 * Whether other servers can be expected to reach a URL, judged by its text only: https, and a public IP
 * address or a host name that is not local.
 */
export function isPublicOrigin(address: string): boolean {
  const url = URL.parse(address);
  if (url?.protocol !== "https:") return false;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host)) return isPublicAddress(host);
  return host.includes(".") && !insideOnly.test(host);
}
