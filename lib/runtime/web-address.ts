export function isWebAddress(address: string): boolean {
  return /^https?:$/.test(URL.parse(address)?.protocol ?? "");
}

/**
 * Whether a URL has a path, which is not supported: pages and the callback URLs at networks use URLs from the
 * root.
 */
export function hasSubPath(address: string): boolean {
  return isWebAddress(address) && URL.parse(address)?.pathname !== "/";
}

/** Returns the origin of a URL without a final dot of the host name, as browsers send it. */
export function originOf(address: string): string {
  const { protocol, host } = new URL(address);
  return new URL(`${protocol}//${host.replace(/\.(?=:|$)/, "")}`).origin;
}

export function isOrigin(address: string): boolean {
  const url = URL.parse(address);
  return isWebAddress(address) && url?.pathname === "/" && url.search === "" && url.username === "";
}
