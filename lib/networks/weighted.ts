import twitterText from "twitter-text";

import { useWeights } from "./limits.ts";

/** X's own count: a link is 23 however long, an emoji 2, letters beyond the Latin ones 2. */
export function weightOf(text: string): number {
  return twitterText.parseTweet(text).weightedLength;
}

/** Knowing every top-level domain takes 60 KB, so pages load this file only where a network counts like that. */
useWeights(weightOf);
