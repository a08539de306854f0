import { sha256 } from "../kernel/sha256.ts";

/** Where our own records give no id, the same words mean the same person. */
export function recordsRemoteId(reference: string): string {
  return sha256(reference.normalize("NFKC").trim().toLowerCase()).slice(0, 32);
}
