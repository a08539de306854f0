import { countText, type Count } from "#lib/networks/contract/limits";
import type { PostPart } from "#lib/posts/post";

import type { ComposerAccount } from "./draft.ts";

/** Returns a predicate: whether a text is short enough for every account that gets it. */
export function fitsFor(
  readers: readonly ComposerAccount[],
  warning = "",
): (text: string) => boolean {
  return (text) => readers.every(({ limits }) => !counted(text, limits, warning).isOver);
}

export interface PartCount extends Count {
  readonly networkLabel: string;
}

/** Returns the count of the account with the least room left for a part. */
export function tightestCount(
  readers: readonly ComposerAccount[],
  part: PostPart,
  threadWarning = "",
): PartCount | undefined {
  const counts = readers.map(({ limits, networkLabel }) => ({
    ...counted(part.text, limits, part.warning ?? threadWarning),
    networkLabel,
  }));
  return counts.toSorted((one, other) => roomIn(one) - roomIn(other))[0];
}

/** Returns the number of UTF-16 units of the text that fit into the network's limit. */
export function fittingLength(
  text: string,
  limits: ComposerAccount["limits"],
  warning = "",
): number {
  if (!counted(text, limits, warning).isOver) return text.length;
  const ends = [...new Intl.Segmenter("en").segment(text)].map(
    ({ index, segment }) => index + segment.length,
  );
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const fits = !counted(text.slice(0, ends[middle - 1] ?? 0), limits, warning).isOver;
    if (fits) low = middle;
    else high = middle - 1;
  }
  return ends[low - 1] ?? 0;
}

function roomIn({ used, max, isOver }: Count): number {
  return isOver && used <= max ? -1 : max - used;
}

function counted(text: string, limits: ComposerAccount["limits"], warning: string): Count {
  return countText(text, limits.text, limits.hasWarnings ? warning : "");
}
