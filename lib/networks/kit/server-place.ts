/**
 * Returns an API address without its version, as it is stored with an account: accounts outlive API versions.
 */
export function placeOf(address: string): string {
  return address.replace(/\/v\d+(\.\d+)*$/, "");
}

/**
 * Whether two addresses are the same server. Accounts connected by older releases are stored with an API
 * version.
 */
export function isSamePlace(one: string, other: string): boolean {
  return placeOf(one) === placeOf(other);
}
