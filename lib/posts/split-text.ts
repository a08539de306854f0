/**
 * Splits a text into parts that fit: between sentences, or between words if a sentence is too long, or
 * between characters if a word is too long. Links are never split. White space between parts is dropped.
 */
export function splitText(text: string, fits: (part: string) => boolean): string[] {
  const parts: string[] = [];
  let open = "";
  for (const piece of piecesOf(text, fits)) {
    if (open.trim() !== "" && !fits((open + piece).trim())) {
      parts.push(open.trim());
      open = "";
    }
    open += piece;
  }
  return [...parts, open.trim()].filter((part) => part !== "");
}

/** Splits at one position, that of the caret. */
export function splitAt(text: string, at: number): readonly [string, string] {
  return [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
}

function piecesOf(text: string, fits: (part: string) => boolean): string[] {
  return sentencesOf(text).flatMap((sentence) =>
    fits(sentence.trim())
      ? [sentence]
      : (sentence.match(/\S+\s*|\s+/g) ?? []).flatMap((word) =>
          fits(word.trim()) || isLink(word) ? [word] : signsThatFit(word, fits),
        ),
  );
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const signs = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Abbreviations after which a sentence continues even if a capital follows. */
const abbreviation =
  /(?<![\p{L}\p{N}])(?:\p{L}|(?:\p{L}\.)+\p{L}|dr|drs|ir|ing|mr|mrs|ms|prof|st|dhr|mw|mevr|nr|no|bv|bijv|ca|vs|etc|enz|incl|excl|resp|jan|feb|mrt|apr|aug|sept?|okt|oct|nov|dec)\.\s*$/iu;

/** Without a following space, a sentence-ending character is part of an address or a number. */
const isInsideWord = /[.?!:]$/;

function sentencesOf(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of sentences.segment(text)) {
    const before = found.at(-1);
    const goesOn =
      before !== undefined &&
      !before.endsWith("\n") &&
      (abbreviation.test(before) || isInsideWord.test(before));
    if (goesOn) found[found.length - 1] = before + segment;
    else found.push(segment);
  }
  return found;
}

function isLink(word: string): boolean {
  return /^\W*https?:\/\//i.test(word);
}

function signsThatFit(word: string, fits: (part: string) => boolean): string[] {
  const pieces: string[] = [];
  let open = "";
  for (const { segment } of signs.segment(word)) {
    if (open !== "" && !fits(open + segment)) {
      pieces.push(open);
      open = "";
    }
    open += segment;
  }
  return [...pieces, open];
}
