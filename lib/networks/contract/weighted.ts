import twitterText from "twitter-text";

import { useWeights } from "./limits.ts";

/** X's own count: a link is 23 however long, an emoji 2, letters beyond the Latin ones 2. */
export function weightOf(text: string): number {
  return twitterText.parseTweet(text).weightedLength;
}

/** A link as X tells and charges it: bare ones, too, where their ending is a top-level domain. */
export function hasLink(text: string): boolean {
  return twitterText.extractUrls(text).length > 0;
}

/** Knowing every top-level domain takes 60 KB, so pages load this file only where a network counts like that. */
useWeights(weightOf);
