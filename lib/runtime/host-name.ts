import { isIP } from "node:net";

import ipaddr from "ipaddr.js";

/**
 * Returns the host of a `Host` header or a setting in a normalized form, to compare it: lower case, without
 * port and final dot, IPv6 addresses in their standard form. Undefined if it is no valid host.
 */
export function hostName(text: string): string | undefined {
  if (!/^[\p{L}\p{N}_.:[\]-]+$/u.test(text)) return undefined;
  const name = URL.parse(`http://${isIP(text) === 6 ? `[${text}]` : text}`)?.hostname;
  return name?.replace(/\.$/, "") || undefined;
}

/** The same for the address of a connection. */
export function hostOfAddress(socketAddress: string): string | undefined {
  // The zone after %, which names the network interface, is not part of the address.
  const [address = ""] = socketAddress.split("%", 1);
  return ipaddr.isValid(address) ? hostName(ipaddr.process(address).toString()) : undefined;
}

export function isLoopback(name: string): boolean {
  if (name === "localhost" || name.endsWith(".localhost")) return true;
  const address = name.replace(/^\[|\]$/g, "");
  return isIP(address) !== 0 && ipaddr.process(address).range() === "loopback";
}
