import ipaddr from "ipaddr.js";

/** True only for addresses of the public internet: not loopback, private, link-local, multicast or reserved, also when written as IPv4 inside IPv6. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "unicast";
}

/** Host names and `host:port` pairs that an operator allowed although they are private, from a comma-separated list. */
export function allowedHosts(list: string | undefined): (url: URL) => boolean {
  const allowed = new Set(
    (list ?? "")
      .split(",")
      .map((host) => host.trim().toLowerCase())
      .filter(Boolean),
  );
  return (url) => allowed.has(url.hostname) || allowed.has(url.host);
}
