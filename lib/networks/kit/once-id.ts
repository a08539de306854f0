import type { RemoteTouchpoint } from "../contract/remote.ts";

/**
 * The id of what one person does once with one post, or with the account, however often they take it
 * back and do it again: networks give every like an id of its own.
 */
export function onceId(type: RemoteTouchpoint["type"], subject: string, person: string): string {
  return [type, subject, person].join("/");
}
