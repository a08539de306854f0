/**
 * Returns the beginning of a text, at most `most` UTF-16 units, cut between two graphemes: never inside an
 * emoji, a flag or an accented letter. All code that shortens a text uses this.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return text.slice(0, lastBoundary(text, most));
}

/** As `cutText`, with an ellipsis if something was cut; the ellipsis counts towards `most`. */
export function shortenText(text: string, most: number): string {
  return text.length > most ? `${cutText(text, most - 1).trimEnd()}…` : text;
}

/** Returns the first grapheme of a text; "" for an empty text. */
export function firstSign(text: string): string {
  for (const { segment } of signs.segment(text.slice(0, longestSign))) return segment;
  return "";
}

/** Shortens a text to at most `most` graphemes, including an ellipsis if something was cut. */
export function shortenToSigns(text: string, most: number): string {
  if (text.length <= most) return text;
  const shown = signsOf(text.slice(0, most * longestSign));
  return shown.length > most ? `${shown.slice(0, most - 1).join("")}…` : text;
}

/** Splits a text into graphemes. */
export function signsOf(text: string): string[] {
  return Array.from(signs.segment(text), ({ segment }) => segment);
}

const signs = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Longest grapheme, in UTF-16 units: stacked accents have no limit. A longer one is cut between two code
 * points.
 */
const longestSign = 64;

/** Starts to segment at a space near the end, so that a long text is not segmented as a whole. */
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
