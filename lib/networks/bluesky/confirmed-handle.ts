/**
 * What the network writes for somebody whose handle it cannot confirm at the moment: no name, and no
 * news. Undefined for it, and for those who have none.
 */
export function confirmedHandle(handle: string | undefined): string | undefined {
  return handle && !unconfirmed.test(handle) ? handle : undefined;
}

/** Under `.invalid` nobody has a domain (RFC 2606); `handle.invalid` is what the protocol names. */
const unconfirmed = /\.invalid\.?$/i;

/** Whether a post can name somebody by it: a handle is a domain, and an id is not a name. */
export function isMentionable(handle: string): boolean {
  return handle.includes(".") && !unconfirmed.test(handle) && !handle.startsWith("did:");
}
