import { isBlank } from "../kernel/visible-text.ts";
import type { Poll } from "../networks/contract/connector.ts";
import type { Visibility } from "../networks/contract/limits.ts";
import type { OptionValues } from "../networks/contract/post-options.ts";
import type { VideoFacts } from "../networks/contract/video.ts";
import type { posts, postVersions } from "./schema.ts";

export type Post = typeof posts.$inferSelect;
export type PostVersion = typeof postVersions.$inferSelect;

export interface PostPart {
  readonly text: string;
  readonly images: readonly { readonly mediaId: string; readonly alt: string }[];
  /** Not beside images. */
  readonly video?: PostVideo | undefined;
  readonly poll?: Poll | undefined;
  /** Hides the text until the reader asks for it. */
  readonly warning?: string | undefined;
  readonly visibility?: Visibility | undefined;
}

export interface PostVideo {
  readonly mediaId: string;
  /** What it shows, for people who do not see it. */
  readonly alt: string;
  /** As they were read from the file when it was uploaded: networks are judged by them. */
  readonly facts: VideoFacts;
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

export function accountIdsOf({ versions }: Pick<PostWithVersions, "versions">): string[] {
  return versions.map(({ accountId }) => accountId);
}

/** What was chosen for an account of its network's options. */
export function optionsFor(
  { versions }: Pick<PostWithVersions, "versions">,
  accountId: string,
): OptionValues {
  return versions.find((version) => version.accountId === accountId)?.options ?? {};
}

/** Nothing written, shown or asked in any part of any version: not worth keeping. */
export function isEmptyDraft(draft: {
  readonly parts: readonly PostPart[];
  readonly versions: Readonly<Record<string, readonly PostPart[]>>;
}): boolean {
  return [draft.parts, ...Object.values(draft.versions)]
    .flat()
    .every(
      ({ text, images, video, poll }) => isBlank(text) && images.length === 0 && !video && !poll,
    );
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
