import ipaddr from "ipaddr.js";

/** Public by their number, and yet the inside of somebody's cloud: Azure's own server for its machines. */
const insideOfClouds = new Set(["168.63.129.16"]);
/** All that is handed out of IPv6. Outside of it lie ways to write an IPv4 address that no table lists. */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
/** How IPv4 is reached from a network that has IPv6 alone: RFC 6052. */
const nat64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

/** True only for addresses of the public internet: not loopback, private, link-local, multicast or reserved, also when written as IPv4 inside IPv6. */
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

/** Host names and `host:port` pairs that an operator allowed although they are private, from a comma-separated list. */
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
