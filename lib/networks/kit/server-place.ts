/** Of an API's address what an account is kept with: without the version, which changes while accounts stay. */
export function placeOf(address: string): string {
  return address.replace(/\/v\d+(\.\d+)*$/, "");
}

/** Accounts that were connected earlier were kept with the version of their time. */
export function isSamePlace(one: string, other: string): boolean {
  return placeOf(one) === placeOf(other);
}
