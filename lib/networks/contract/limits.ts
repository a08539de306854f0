import type { VideoLimit } from "./video.ts";

/**
 * What one network accepts, as plain data: pages send it to the browser, so that the live counter
 * and the server judge by the same rule without any network's code in the page.
 */
export interface Limits {
  readonly text: TextLimit;
  readonly images: {
    readonly max: number;
    /** The network has no post without a picture. */
    readonly isNeeded?: true;
    /** After re-encoding by us. */
    readonly maxBytes: number;
    readonly maxSide: number;
    readonly altMax: number;
    /** The network keeps no descriptions of pictures: they stay here. */
    readonly hasNoAlt?: true;
    /** What else there is becomes JPEG; absent where all that we keep is taken. */
    readonly types?: readonly ("image/jpeg" | "image/png" | "image/webp")[];
    /** The network's servers fetch pictures at an address of ours, which the whole internet must reach. */
    readonly isFetched?: true;
    /** They would have to, and this installation has no such address: then `max` is 0. */
    readonly isUnreachable?: true;
  };
  /** Absent where no video is taken: by the network, or by this product yet. */
  readonly video?: VideoLimit;
  /** How many links a text may hold; absent where any number. */
  readonly linksMax?: number;
  /** Which first link of a part without images is shown as a card; absent where none is. */
  readonly linkCard?: "with-scheme" | "bare-too";
  /** The account's server does not say what it takes: these are the smallest that are common. */
  readonly isAssumed?: boolean;
  /** 1 where the network has no threads. */
  readonly threadMax: number;
  /** Absent where the network has no polls. */
  readonly poll?: PollLimit;
  /** Whether a text may be put behind a warning; the warning counts as part of the text. */
  readonly hasWarnings?: boolean;
  /** Who may see a post, the default first; absent where everyone does. */
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
  /** `weighted`: as X counts, links at 23 and most scripts beyond Latin at two a sign. */
  readonly unit: "graphemes" | "characters" | "weighted";
  readonly maxBytes?: number;
  /** Every link counts as this many, however long it is. */
  readonly linkLength?: number;
  /** `@user@server` counts as `@user`. */
  readonly hasShortMentions?: boolean;
  /** An emoji counts as many as it has bytes in UTF-8. */
  readonly hasEmojiBytes?: boolean;
}

export interface Count {
  readonly used: number;
  readonly max: number;
  readonly isOver: boolean;
}

/** Counts as the network does. `isOver` also tells of a limit in UTF-8 bytes, where the network has one. */
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

/** `weighted.ts` brings the exact count along; where it is not loaded (yet), the rough one stands in. */
export function useWeights(exact: (text: string) => number): void {
  weigh = exact;
}

/** Exact but for links without a scheme, which only a list of all top-level domains could tell. */
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

/** The ranges of X's configuration, version 3. */
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

/** Each emoji, with all that it is joined of, becomes as many signs as it has bytes. */
function withEmojiBytes(text: string): string {
  let counted = "";
  for (const { segment } of segmenter.segment(text))
    counted += isEmoji(segment) ? "0".repeat(new TextEncoder().encode(segment).length) : segment;
  return counted;
}

function isEmoji(segment: string): boolean {
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}/u.test(segment);
}

/** Links with a scheme: those that networks count. */
export function countLinks(text: string): number {
  return [...text.matchAll(/(?<![\p{L}\p{N}])https?:\/\//giu)].length;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

function graphemes(text: string): number {
  let count = 0;
  for (const _segment of segmenter.segment(text)) count += 1;
  return count;
}

/** What networks call characters: code points, not UTF-16 units. */
function codePoints(text: string): number {
  return Array.from(text).length;
}

/** A link ends before an emoji, and before the punctuation behind it. */
function withLinksOf(text: string, length: number): string {
  return text.replace(
    /https?:\/\/[^\s\p{Extended_Pictographic}\p{Regional_Indicator}]*[^\s\p{Extended_Pictographic}\p{Regional_Indicator}.,;:!?'"”’)\]}>]/gu,
    "0".repeat(length),
  );
}

/** As Mastodon's `Account::MENTION_RE` reads them. */
function withShortMentions(text: string): string {
  return text.replace(
    /(?<![=/\p{L}\p{N}_])@([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)@[\p{L}\p{N}_.-]+[\p{L}\p{N}_]/giu,
    "@$1",
  );
}
