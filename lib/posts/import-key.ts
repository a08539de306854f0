import { sha256 } from "../kernel/sha256.ts";

/** By what a row of a list is known, so that no list adds it twice. A digest: what a list calls its rows may name people. */
export function importKeyOf(said: string): string {
  return sha256(said);
}
