/**
 * What the network writes for somebody whose handle it cannot confirm at the moment: no name, and no
 * news. Undefined for it, and for those who have none.
 */
export function confirmedHandle(handle: string | undefined): string | undefined {
  return handle === undefined || handle === unconfirmed ? undefined : handle;
}

const unconfirmed = "handle.invalid";

/** Whether a post can name somebody by it: a handle is a domain, and an id is not a name. */
export function isMentionable(handle: string): boolean {
  return handle !== unconfirmed && !handle.startsWith("did:");
}
