export function isWebAddress(address: string): boolean {
  return /^https?:$/.test(URL.parse(address)?.protocol ?? "");
}

/** We are at the root of a host: pages and what is signed at networks name addresses from there. */
export function hasSubPath(address: string): boolean {
  return isWebAddress(address) && URL.parse(address)?.pathname !== "/";
}

/** Browsers say the name without the dot that may end it. */
export function originOf(address: string): string {
  const { protocol, host } = new URL(address);
  return new URL(`${protocol}//${host.replace(/\.(?=:|$)/, "")}`).origin;
}

export function isOrigin(address: string): boolean {
  const url = URL.parse(address);
  return isWebAddress(address) && url?.pathname === "/" && url.search === "" && url.username === "";
}
