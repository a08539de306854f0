import { plainText } from "./plain-text.ts";
import type { StatusAnswer } from "./wire.ts";

interface Wanted {
  readonly text: string;
  readonly warning: string;
  readonly pictures: number;
}

const leastLikeness = 0.5;

/**
 * Whether a post may be the one that is looked for, for all that a server can have done to it: markup
 * read, links and signs changed, words cut off, a poll or a warning lost, a picture more or less.
 */
export function mayBe(status: StatusAnswer, { text, warning, pictures }: Wanted): boolean {
  const theirs = lettersOf(`${status.spoiler_text ?? ""} ${plainText(status.content)}`);
  const ours = lettersOf(`${warning} ${text}`);
  // Pictures alone, or words that have no letters.
  if (theirs === "" || ours === "") return status.media_attachments.length === pictures;
  return theirs.includes(ours) || ours.includes(theirs) || likeness(ours, theirs) >= leastLikeness;
}

/** What stays whatever a server makes of it: letters and digits, in one form and one case. */
export function lettersOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** How much of the shorter one's pairs of letters the other has, too. */
function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

function pairsOf(text: string): Set<string> {
  const signs = Array.from(text);
  return new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`));
}
