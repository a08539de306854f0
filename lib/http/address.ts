import ipaddr from "ipaddr.js";

/** Addresses in public ranges that are internal to a cloud: this one serves Azure's virtual machines. */
const insideOfClouds = new Set(["168.63.129.16"]);
/**
 * The allocated IPv6 range. Outside of it are further ways to write an IPv4 address, which no table lists.
 */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
/** Prefix for IPv4 addresses that are reached from an IPv6-only network (RFC 6052). */
const nat64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

/**
 * True only for public internet addresses: not loopback, private, link-local, multicast or reserved, also
 * when an IPv4 address is written as IPv6.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = withoutNat64(ipaddr.process(address));
  if (read.range() !== "unicast" || insideOfClouds.has(read.toString())) return false;
  return read instanceof ipaddr.IPv4 || read.match(globalUnicast);
}

function withoutNat64(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  const isTranslated = address instanceof ipaddr.IPv6 && address.match(nat64);
  return isTranslated ? new ipaddr.IPv4(address.toByteArray().slice(12)) : address;
}

/**
 * Parses a comma-separated list of host names and `host:port` pairs that the operator allows although they
 * are private. Returns a function that tells whether a URL's host is in it.
 */
export function allowedHosts(list: string | undefined): (url: URL) => boolean {
  const allowed = new Set(
    (list ?? "")
      .split(",")
      .map((host) => host.trim().toLowerCase())
      .filter(Boolean)
      .map((host) => (ipaddr.IPv6.isValid(host) ? `[${host}]` : host)),
  );
  return (url) => {
    const port = url.port || (url.protocol === "https:" ? "443" : "80");
    return allowed.has(url.hostname) || allowed.has(`${url.hostname}:${port}`);
  };
}
