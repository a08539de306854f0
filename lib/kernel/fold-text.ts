/**
 * Returns the form in which names and words are compared: lower case, without accents and invisible
 * characters, with all apostrophes, hyphens and spaces alike, and with ligatures and wide letters as plain
 * ones. The result does not depend on the database engine.
 */
export function foldText(text: string): string {
  return text.replace(notPlain, foldSign).toLowerCase().replace(spaces, " ");
}

export interface FoldedText {
  readonly folded: string;
  /** For each UTF-16 unit of `folded`, where its character begins in the original text. */
  readonly starts: readonly number[];
  /** The same, where the character ends. */
  readonly ends: readonly number[];
}

/** Folds a text and maps each position back, so that a match can be cut out of the original. */
export function foldWithPlaces(text: string): FoldedText {
  let folded = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: sign, index } of text.matchAll(clusters)) {
    const form = foldSign(sign);
    const end = index + sign.length;
    if (form === " " && folded.endsWith(" ")) ends[ends.length - 1] = end;
    else {
      folded += form;
      for (let unit = 0; unit < form.length; unit += 1) {
        starts.push(index);
        ends.push(end);
      }
    }
  }
  return { folded, starts, ends };
}

/** A letter with its combining marks, a run of Hangul jamo, or any other single character. */
const clusters = /[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]+|[^\p{M}]\p{M}*|\p{M}+/gsu;

/** The clusters that folding changes in another way than by lower-casing an ASCII letter. */
const notPlain = /[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]+|\p{ASCII}\p{M}+|[\P{ASCII}`]\p{M}*/gsu;

/**
 * Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels. In other scripts a combining mark counts
 * as a letter.
 */
const accents = signsOf(
  "0300-036F 0591-05BD 05BF-05C7 0610-061A 064B-065F 0670 1AB0-1AFF 1DC0-1DFF 20D0-20FF FE00-FE0F FE20-FE2F",
);
const invisible = signsOf(
  "AD 34F 61C 115F-1160 17B4-17B5 180B-180E 200B-200F 202A-202E 2060-206F 3164 FEFF FFA0 FFF9-FFFB E0000-E0FFF",
);
const apostrophes =
  /[\u0060\u00B4\u02B9-\u02BD\u02C8\u02CA\u02CB\u05F3\u2018-\u201B\u2032\u2035\uA78B\uA78C]/g;
const hyphens = /[\u05BE\u1806\u2010-\u2015\u2043\u2212\u2E3A\u2E3B\u30A0\uFE58\uFE63\uFF0D]/g;
const spaces = /\s+/g;

/** Letters that Unicode does not decompose, with the letters that people type for them. */
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ł: "l",
  ŀ: "l",
  ŋ: "n",
  ŧ: "t",
  ſ: "s",
  ς: "σ",
  ƒ: "f",
  ɓ: "b",
  ɗ: "d",
  ƙ: "k",
  ə: "a",
};

function foldSign(sign: string): string {
  const cached = known.get(sign);
  if (cached !== undefined) return cached;
  const form = sign
    .replace(apostrophes, "'")
    .replace(hyphens, "-")
    .replace(invisible, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(accents, "")
    .replace(/\P{ASCII}/gu, (letter) => letters[letter] ?? letter)
    .replace(apostrophes, "'")
    .replace(hyphens, "-")
    .replace(invisible, "")
    .replace(spaces, " ")
    .normalize("NFC");
  if (sign.length <= 8 && known.size < mostKnown) known.set(sign, form);
  return form;
}

/** Cache of folded characters: most texts repeat the same few hundred. */
const known = new Map<string, string>();
const mostKnown = 5_000;

/** Builds a character class from code points and ranges in hexadecimal. */
function signsOf(ranges: string): RegExp {
  const spelled = ranges.replace(/[\dA-F]+/g, "\\u{$&}").replaceAll(" ", "");
  return new RegExp(`[${spelled}]`, "gu");
}
