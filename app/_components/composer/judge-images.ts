import type { PostPart } from "#lib/posts/post";

import { type ComposerAccount, type Draft, shownParts } from "./draft.ts";

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Feeds crop images that are wider or taller than this ratio. */
const mostRatio = 3;

export interface ImageJudgement {
  /** Networks that do not show the image because they take fewer images. */
  readonly notShownOn: readonly string[];
  /** Networks that get a smaller image, with the longest side in pixels that they take. */
  readonly smallerOn: readonly { readonly network: string; readonly side: number }[];
  readonly shape: "wide" | "tall" | undefined;
}

/** Returns how the image with this number (from 1) will be shown to the accounts that get it. */
export function judgeImage(
  number: number,
  size: ImageSize | undefined,
  readers: readonly ComposerAccount[],
): ImageJudgement {
  const side = size ? Math.max(size.width, size.height) : 0;
  const ratio = size ? size.width / Math.max(1, size.height) : 1;
  return {
    notShownOn: unique(readers.filter(({ limits }) => number > limits.images.max)),
    smallerOn: readers
      .filter(({ limits }) => number <= limits.images.max && side > limits.images.maxSide)
      .map(({ networkLabel, limits }) => ({ network: networkLabel, side: limits.images.maxSide })),
    shape: ratio > mostRatio ? "wide" : ratio < 1 / mostRatio ? "tall" : undefined,
  };
}

export interface MissingAlt {
  /** Undefined for the shared text. */
  readonly network: string | undefined;
  /** Counted from 1. */
  readonly part: number;
  readonly image: number;
}

/** Returns every image without alt text; a shared image only once. */
export function missingAlts(draft: Draft, accounts: readonly ComposerAccount[]): MissingAlt[] {
  const sharing = accounts.some(({ id }) => !(id in draft.versions));
  const own = accounts.filter(({ id }) => id in draft.versions);
  return [
    ...(sharing || accounts.length === 0 ? missingIn(draft.parts, undefined) : []),
    ...own.flatMap(({ id, networkLabel }) => missingIn(shownParts(draft, id), networkLabel)),
  ];
}

function missingIn(parts: readonly PostPart[], network: string | undefined): MissingAlt[] {
  return parts.flatMap(({ images }, part) =>
    images.flatMap(({ alt }, image) =>
      alt.trim() === "" ? [{ network, part: part + 1, image: image + 1 }] : [],
    ),
  );
}

function unique(readers: readonly ComposerAccount[]): string[] {
  return [...new Set(readers.map(({ networkLabel }) => networkLabel))];
}
