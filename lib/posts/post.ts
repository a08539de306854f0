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
  /** Not together with images. */
  readonly video?: PostVideo | undefined;
  readonly poll?: Poll | undefined;
  /** Content warning: hides the text until the reader asks for it. */
  readonly warning?: string | undefined;
  readonly visibility?: Visibility | undefined;
}

export interface PostVideo {
  readonly mediaId: string;
  /** Description for people who cannot see the video. */
  readonly alt: string;
  /** Facts read from the file at upload; networks' limits are checked against them. */
  readonly facts: VideoFacts;
}

/** A post with the accounts it is for. */
export interface PostWithVersions extends Post {
  readonly versions: readonly PostVersion[];
}

/** Returns the content for an account: its own version or the common text. */
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

/** Returns the values chosen for an account's options. */
export function optionsFor(
  { versions }: Pick<PostWithVersions, "versions">,
  accountId: string,
): OptionValues {
  return versions.find((version) => version.accountId === accountId)?.options ?? {};
}

/** Whether no part of any version has text, images, a video or a poll; such a draft is not kept. */
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

/** Copies the first part's warning and visibility to parts that have none. */
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
