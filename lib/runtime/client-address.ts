import ipaddr from "ipaddr.js";

/**
 * Returns the address by which attempts are counted: the connection's address or, if that is a trusted proxy
 * (this machine or TRUSTED_PROXIES), the last entry of `X-Forwarded-For` that is not trusted. IPv6 addresses
 * are reduced to their /64 network, which one household or server gets.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: readonly string[],
): string {
  const isTrusted = trust(trustedProxies);
  let client = parsed(socketAddress ?? "");
  const hops = (forwardedFor ?? "").split(",").slice(-20).toReversed();
  for (const hop of hops) {
    if (!client || !isTrusted(client)) break;
    const before = parsed(withoutPort(hop.trim()));
    if (!before) break;
    client = before;
  }
  return client ? household(client) : "unknown";
}

/** Whether each entry is an IP address or a range such as `10.0.0.0/8`. */
export function isProxyList(list: readonly string[]): boolean {
  return list.every((entry) => ipaddr.isValid(entry) || ipaddr.isValidCIDR(entry));
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

function trust(proxies: readonly string[]): (address: Address) => boolean {
  const ranges = proxies.map((entry) =>
    ipaddr.isValidCIDR(entry) ? ipaddr.parseCIDR(entry) : wholeAddress(entry),
  );
  return (address) =>
    address.range() === "loopback" ||
    ranges.some(
      ([base, bits]) => base.kind() === address.kind() && address.match([base, bits] as never),
    );
}

function wholeAddress(entry: string): [Address, number] {
  const address = ipaddr.process(entry);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

function parsed(text: string): Address | undefined {
  return ipaddr.isValid(text) ? ipaddr.process(text) : undefined;
}

function withoutPort(hop: string): string {
  return /^\[([^\]]+)\]/.exec(hop)?.[1] ?? hop.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
}

function household(written: Address): string {
  const address = withoutTranslation(written);
  if (address.kind() === "ipv4") return address.toString();
  const first = address.toByteArray().slice(0, 8);
  return `${ipaddr.fromByteArray([...first, 0, 0, 0, 0, 0, 0, 0, 0]).toString()}/64`;
}

/**
 * Returns the IPv4 address within a translated IPv6 address. On an IPv6-only server all IPv4 clients come
 * from one IPv6 network and would otherwise be counted together.
 */
function withoutTranslation(address: Address): Address {
  if (address.kind() === "ipv4") return address;
  const known = translations.find(({ range }) => (address as ipaddr.IPv6).match(range));
  if (!known) return address;
  return new ipaddr.IPv4(address.toByteArray().slice(known.from, known.from + 4));
}

/** Translated ranges (RFC 6052, RFC 6145, 6to4) and the byte at which the IPv4 address begins. */
const translations = [
  { range: ipaddr.IPv6.parseCIDR("64:ff9b::/96"), from: 12 },
  { range: ipaddr.IPv6.parseCIDR("::ffff:0:0:0/96"), from: 12 },
  { range: ipaddr.IPv6.parseCIDR("2002::/16"), from: 2 },
];
