import { sha256 } from "../kernel/sha256.ts";

/**
 * Returns the key by which a row of a list is recognized, so that it is imported only once. It is a digest,
 * because a list's own keys may contain people's names.
 */
export function importKeyOf(said: string): string {
  return sha256(said);
}
