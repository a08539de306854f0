import type { Poll } from "../networks/contract/connector.ts";
import type { Visibility } from "../networks/contract/limits.ts";
import type { posts, postVersions } from "./schema.ts";

export type Post = typeof posts.$inferSelect;
export type PostVersion = typeof postVersions.$inferSelect;

export interface PostPart {
  readonly text: string;
  readonly images: readonly { readonly mediaId: string; readonly alt: string }[];
  readonly poll?: Poll | undefined;
  /** Hides the text until the reader asks for it. */
  readonly warning?: string | undefined;
  readonly visibility?: Visibility | undefined;
}

/** A post with the accounts it is for. */
export interface PostWithVersions extends Post {
  readonly versions: readonly PostVersion[];
}

/** What one account gets: its own version, else the common text. */
export function partsFor(
  post: Pick<PostWithVersions, "parts" | "versions">,
  accountId: string,
): readonly PostPart[] {
  const own = post.versions.find((version) => version.accountId === accountId)?.parts;
  return asThread(own ?? post.parts);
}

/** Warning and circle of readers are chosen once for a thread, with its first part. */
export function asThread(parts: readonly PostPart[]): readonly PostPart[] {
  const [first] = parts;
  if (!first?.warning && !first?.visibility) return parts;
  const { warning, visibility } = first;
  return parts.map((part) => ({
    ...part,
    warning: part.warning ?? warning,
    visibility: part.visibility ?? visibility,
  }));
}
