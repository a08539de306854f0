import { isIP } from "node:net";

import ipaddr from "ipaddr.js";

/**
 * The host in a `Host` header or a setting, in the one form in which it can be compared: small letters, without
 * the port, the dot at the end and what an address of IPv6 may be written with. Undefined for what is no host.
 */
export function hostName(text: string): string | undefined {
  if (!/^[\p{L}\p{N}_.:[\]-]+$/u.test(text)) return undefined;
  const name = URL.parse(`http://${isIP(text) === 6 ? `[${text}]` : text}`)?.hostname;
  return name?.replace(/\.$/, "") || undefined;
}

/** The same of an address of a connection. */
export function hostOfAddress(socketAddress: string): string | undefined {
  // Which of this machine's cables it came by is no part of the address.
  const [address = ""] = socketAddress.split("%", 1);
  return ipaddr.isValid(address) ? hostName(ipaddr.process(address).toString()) : undefined;
}

export function isLoopback(name: string): boolean {
  if (name === "localhost" || name.endsWith(".localhost")) return true;
  const address = name.replace(/^\[|\]$/g, "");
  return isIP(address) !== 0 && ipaddr.process(address).range() === "loopback";
}
