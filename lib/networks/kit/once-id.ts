import type { RemoteTouchpoint } from "../contract/remote.ts";

/**
 * Returns the same id each time a person does the same thing with the same post or account. Networks give
 * every like a new id, also after it was withdrawn.
 */
export function onceId(type: RemoteTouchpoint["type"], subject: string, person: string): string {
  return [type, subject, person].join("/");
}
