/**
 * Returns the handle; undefined if there is none, or if it is the network's placeholder for a handle that it
 * cannot verify now.
 */
export function confirmedHandle(handle: string | undefined): string | undefined {
  return handle && !unconfirmed.test(handle) ? handle : undefined;
}

/** No domain exists under `.invalid` (RFC 2606). The protocol uses `handle.invalid`. */
const unconfirmed = /\.invalid\.?$/i;

/** Whether a post can mention this handle: handles are domains, and a DID cannot be mentioned. */
export function isMentionable(handle: string): boolean {
  return handle.includes(".") && !unconfirmed.test(handle) && !handle.startsWith("did:");
}
