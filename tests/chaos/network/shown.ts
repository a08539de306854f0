import { isRelative } from "./kinds.ts";
import { statusOf } from "./relatives.ts";
import type { RemotePost } from "./truth.ts";

/** A post as its network tells of it. */
export function shown(post: RemotePost): object {
  const { id, kind, text, at } = post;
  return isRelative(kind) ? statusOf(post) : { id, text, at: new Date(at).toISOString() };
}
