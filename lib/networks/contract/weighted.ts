import twitterText from "twitter-text";

import { useWeights } from "./limits.ts";

/**
 * Returns X's own count: a link counts 23 at any length, an emoji 2, a character of most non-Latin scripts 2.
 */
export function weightOf(text: string): number {
  return twitterText.parseTweet(text).weightedLength;
}

/**
 * Whether X finds a link, for which it charges more. Includes links without a scheme that end in a top-level
 * domain.
 */
export function hasLink(text: string): boolean {
  return twitterText.extractUrls(text).length > 0;
}

/** The list of top-level domains takes 60 KB, so pages load this file only for networks that count like X. */
useWeights(weightOf);
