import type { VideoLimit } from "./video.ts";

/**
 * What one network accepts, as plain data. Pages send it to the browser, so that the live counter and the
 * server apply the same rules without the network's code.
 */
export interface Limits {
  readonly text: TextLimit;
  readonly images: {
    readonly max: number;
    /** Every post needs an image. */
    readonly isNeeded?: true;
    /** Maximum after we re-encode the image. */
    readonly maxBytes: number;
    readonly maxSide: number;
    readonly altMax: number;
    /** The network stores no image descriptions; they are kept only in this product. */
    readonly hasNoAlt?: true;
    /** Accepted types; other images are converted to JPEG. Absent if all stored types are accepted. */
    readonly types?: readonly ("image/jpeg" | "image/png" | "image/webp")[];
    /** The network's servers fetch images at our address, which therefore must be public. */
    readonly isFetched?: true;
    /**
     * The network would have to fetch images, but this installation has no public address; `max` is then 0.
     */
    readonly isUnreachable?: true;
  };
  /** Absent if the network, or this product so far, supports no video. */
  readonly video?: VideoLimit;
  /** Maximum number of links in a text; absent if unlimited. */
  readonly linksMax?: number;
  /**
   * Which links become a card: the first with a scheme, or also without one. Only for parts without images.
   * Absent if there are no cards.
   */
  readonly linkCard?: "with-scheme" | "bare-too";
  /** The account's server does not state its limits; these are the smallest common ones. */
  readonly isAssumed?: boolean;
  /** 1 if the network has no threads. */
  readonly threadMax: number;
  /** Absent if the network has no polls. */
  readonly poll?: PollLimit;
  /** Whether a text can have a content warning, which counts as part of the text. */
  readonly hasWarnings?: boolean;
  /** Who may see a post, the default first; absent if every post is public. */
  readonly visibilities?: readonly Visibility[];
}

export type Visibility = "public" | "unlisted" | "followers" | "mentioned";

export interface PollLimit {
  readonly optionsMax: number;
  readonly optionLength: number;
  readonly minutesMin: number;
  readonly minutesMax: number;
  /** Whether a reader may choose several options. */
  readonly hasMultiple: boolean;
  readonly withImages: boolean;
}

export interface TextLimit {
  readonly max: number;
  /** `weighted` counts like X: a link is 23, a character of most non-Latin scripts is 2. */
  readonly unit: "graphemes" | "characters" | "weighted";
  readonly maxBytes?: number;
  /** The number of characters that every link counts as, whatever its length. */
  readonly linkLength?: number;
  /** `@user@server` counts as `@user`. */
  readonly hasShortMentions?: boolean;
  /** An emoji counts as its number of UTF-8 bytes. */
  readonly hasEmojiBytes?: boolean;
}

export interface Count {
  readonly used: number;
  readonly max: number;
  readonly isOver: boolean;
}

/** Counts a text as the network does. `isOver` also covers a limit in UTF-8 bytes, if the network has one. */
export function countText(text: string, limit: TextLimit, warning = ""): Count {
  const whole = warning + asCounted(text, limit);
  const used = counters[limit.unit](whole);
  const isTooManyBytes =
    limit.maxBytes !== undefined && new TextEncoder().encode(text).length > limit.maxBytes;
  return { used, max: limit.max, isOver: used > limit.max || isTooManyBytes };
}

const counters = {
  graphemes,
  characters: codePoints,
  weighted: (text: string) => weigh(text),
} satisfies Record<TextLimit["unit"], (text: string) => number>;

let weigh = roughWeight;

/**
 * Replaces the approximate count of weighted texts by the exact one. `weighted.ts` calls this when it is
 * loaded.
 */
export function useWeights(exact: (text: string) => number): void {
  weigh = exact;
}

/** Exact except for links without a scheme, which need a list of all top-level domains. */
function roughWeight(text: string): number {
  let weight = 0;
  for (const { segment } of segmenter.segment(withLinksOf(text.normalize("NFC"), 23)))
    weight += isEmoji(segment) ? 2 : weightOfSigns(segment);
  return weight;
}

function weightOfSigns(segment: string): number {
  let weight = 0;
  for (const sign of segment) weight += isLight(sign.codePointAt(0) ?? 0) ? 1 : 2;
  return weight;
}

/** The ranges of X's configuration, version 3, whose characters count as 1. */
function isLight(point: number): boolean {
  return (
    point <= 4_351 ||
    (point >= 8_192 && point <= 8_205) ||
    (point >= 8_208 && point <= 8_223) ||
    (point >= 8_242 && point <= 8_247)
  );
}

function asCounted(
  text: string,
  { linkLength, hasShortMentions, hasEmojiBytes }: TextLimit,
): string {
  const linked = linkLength ? withLinksOf(text, linkLength) : text;
  const named = hasShortMentions ? withShortMentions(linked) : linked;
  return hasEmojiBytes ? withEmojiBytes(named) : named;
}

/** Replaces each emoji, with all its joined code points, by as many characters as it has bytes in UTF-8. */
function withEmojiBytes(text: string): string {
  let counted = "";
  for (const { segment } of segmenter.segment(text))
    counted += isEmoji(segment) ? "0".repeat(new TextEncoder().encode(segment).length) : segment;
  return counted;
}

function isEmoji(segment: string): boolean {
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}/u.test(segment);
}

/** Counts links that have a scheme; networks count only these. */
export function countLinks(text: string): number {
  return [...text.matchAll(/(?<![\p{L}\p{N}])https?:\/\//giu)].length;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

function graphemes(text: string): number {
  let count = 0;
  for (const _segment of segmenter.segment(text)) count += 1;
  return count;
}

/** Counts code points, which networks call characters, not UTF-16 units. */
function codePoints(text: string): number {
  return Array.from(text).length;
}

/** Replaces links by `length` characters. A link ends before an emoji and before trailing punctuation. */
function withLinksOf(text: string, length: number): string {
  return text.replace(
    /https?:\/\/[^\s\p{Extended_Pictographic}\p{Regional_Indicator}]*[^\s\p{Extended_Pictographic}\p{Regional_Indicator}.,;:!?'"”’)\]}>]/gu,
    "0".repeat(length),
  );
}

/** Recognizes mentions like Mastodon's `Account::MENTION_RE`. */
function withShortMentions(text: string): string {
  return text.replace(
    /(?<![=/\p{L}\p{N}_])@([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)@[\p{L}\p{N}_.-]+[\p{L}\p{N}_]/giu,
    "@$1",
  );
}
