import { plainText } from "./plain-text.ts";
import type { StatusAnswer } from "./wire.ts";

interface Wanted {
  readonly text: string;
  readonly warning: string;
  readonly pictures: number;
}

const leastLikeness = 0.5;

/**
 * Whether a post may be the one that is searched for, after any change that a server makes: markup
 * interpreted, links and characters changed, text cut off, a poll or warning lost, or different images.
 */
export function mayBe(status: StatusAnswer, { text, warning, pictures }: Wanted): boolean {
  const theirs = lettersOf(`${status.spoiler_text ?? ""} ${plainText(status.content)}`);
  const ours = lettersOf(`${warning} ${text}`);
  // Without letters to compare, the number of images decides.
  if (theirs === "" || ours === "") return status.media_attachments.length === pictures;
  return theirs.includes(ours) || ours.includes(theirs) || likeness(ours, theirs) >= leastLikeness;
}

/** Returns only the letters and digits, normalized and in lower case, which servers do not change. */
export function lettersOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Returns the share of the letter pairs of the text with fewer pairs that the other text also has. */
function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

function pairsOf(text: string): Set<string> {
  const signs = Array.from(text);
  return new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`));
}
