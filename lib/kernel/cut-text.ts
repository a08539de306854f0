/**
 * The beginning of a text, no longer than `most` UTF-16 units, cut between two signs as people see
 * them: never inside an emoji, a flag or a letter with its accents. Every text is shortened here.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return text.slice(0, lastBoundary(text, most));
}

/** As `cutText`, with an ellipsis where something was left out; it counts among `most`. */
export function shortenText(text: string, most: number): string {
  return text.length > most ? `${cutText(text, most - 1).trimEnd()}…` : text;
}

/** The first sign of a text as people see it. */
export function firstSign(text: string): string {
  for (const { segment } of signs.segment(text.slice(0, longestSign))) return segment;
  return "";
}

/** No longer than `most` signs as people see them, with an ellipsis where something was left out. */
export function shortenToSigns(text: string, most: number): string {
  if (text.length <= most) return text;
  const shown = signsOf(text.slice(0, most * longestSign));
  return shown.length > most ? `${shown.slice(0, most - 1).join("")}…` : text;
}

/** The signs of a text as people see them, in order. */
export function signsOf(text: string): string[] {
  return Array.from(signs.segment(text), ({ segment }) => segment);
}

const signs = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Heaped accents can make one sign of any length; what is longer than this is cut inside it, between two code points. */
const longestSign = 64;

/** Begins at a line break or space before the end, so that a long text is not segmented whole. */
function lastBoundary(text: string, most: number): number {
  const from = Math.max(text.lastIndexOf(" ", most - longestSign), 0);
  const near = text.slice(from, most + longestSign);
  let boundary = from;
  for (const { index } of signs.segment(near)) {
    if (from + index > most) break;
    boundary = from + index;
  }
  if (most - boundary <= longestSign) return boundary;
  return /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
}
