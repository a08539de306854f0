import { sha256 } from "../kernel/sha256.ts";

/** Returns the remote id for a reference in our own records; equal references mean the same person. */
export function recordsRemoteId(reference: string): string {
  return sha256(reference.normalize("NFKC").trim().toLowerCase()).slice(0, 32);
}
