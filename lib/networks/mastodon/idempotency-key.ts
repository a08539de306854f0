import { sha256 } from "../../kernel/sha256.ts";

/**
 * Returns the part's key, the same for all attempts. For an hour the server answers a repeated key with the
 * first post.
 */
export function idempotencyKey(partKey: string): string {
  return sha256(`mastodon ${partKey}`);
}
