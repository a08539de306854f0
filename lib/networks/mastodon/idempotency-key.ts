import { sha256 } from "../../kernel/sha256.ts";

/** One part, one key, over all tries: a server answers it with the first post for an hour. */
export function idempotencyKey(partKey: string): string {
  return sha256(`mastodon ${partKey}`);
}
