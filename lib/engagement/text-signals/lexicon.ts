import type { Touchpoint } from "../touchpoint.ts";

export type Emotion = NonNullable<Touchpoint["emotion"]>;

/** Plain data for one language. Words are lower case; the words of a phrase are joined with `_`. */
export interface Lexicon {
  /** Weight (−3 … 3) and the words that have it. */
  readonly weights: readonly (readonly [weight: number, words: string])[];
  readonly emotions: Readonly<Partial<Record<Emotion, string>>>;
  readonly negations: string;
  /** Expressions such as "far from", which invert what follows completely. */
  readonly reversals: string;
  /** "More", "less", and comparatives without a regular ending. */
  readonly more: string;
  readonly less: string;
  /** A clause with `<more>` in place of the comparative. "Could not be `<more>`" makes it a superlative. */
  readonly beyondCompare: RegExp;
  readonly strengtheners: string;
  readonly softeners: string;
  /** Negative words that strengthen a positive word after them: "insanely good". */
  readonly fierce: RegExp;
  /** Common words by which the language is recognised. */
  readonly common: string;
  /** Words that open a question. */
  readonly questionOpeners: string;
  /** Questions about price, stock, size, delivery or promotion. */
  readonly priceQuestion: RegExp;
  readonly purchase: RegExp;
  readonly complaint: RegExp;
  readonly contest: RegExp;
  /** Endings to remove from a word that is not listed, and what replaces them. */
  readonly endings: readonly (readonly [ending: string, instead: string])[];
}

export interface Phrase {
  /** The phrase as it is written, between spaces, and as one joined word. */
  readonly said: string;
  readonly joined: string;
  /** Rank by length: longer phrases are replaced first. */
  readonly rank: number;
}

export interface ReadyLexicon {
  readonly lexicon: Lexicon;
  readonly weightOf: ReadonlyMap<string, number>;
  readonly emotionOf: ReadonlyMap<string, Emotion>;
  readonly negations: ReadonlySet<string>;
  readonly reversals: ReadonlySet<string>;
  readonly more: ReadonlySet<string>;
  readonly less: ReadonlySet<string>;
  readonly strengtheners: ReadonlySet<string>;
  readonly softeners: ReadonlySet<string>;
  readonly common: ReadonlySet<string>;
  readonly questionOpeners: ReadonlySet<string>;
  /** Phrases of two or more words, by their first word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

export function prepared(lexicon: Lexicon): ReadyLexicon {
  const weightOf = new Map(
    lexicon.weights.flatMap(([weight, words]) =>
      listed(words).map((word) => [word, weight] as const),
    ),
  );
  const emotionOf = new Map(
    Object.entries(lexicon.emotions).flatMap(([emotion, words]) =>
      listed(words).map((word) => [word, emotion as Emotion] as const),
    ),
  );
  const reversals = listed(lexicon.reversals);
  const phrases = [...weightOf.keys(), ...emotionOf.keys(), ...reversals].filter((word) =>
    word.includes("_"),
  );
  return {
    lexicon,
    weightOf,
    emotionOf,
    negations: new Set(listed(lexicon.negations)),
    reversals: new Set(reversals),
    more: new Set(listed(lexicon.more)),
    less: new Set(listed(lexicon.less)),
    strengtheners: new Set(listed(lexicon.strengtheners)),
    softeners: new Set(listed(lexicon.softeners)),
    common: new Set(listed(lexicon.common)),
    questionOpeners: new Set(listed(lexicon.questionOpeners)),
    phrases: byFirstWord([...new Set(phrases)].toSorted((one, other) => other.length - one.length)),
  };
}

function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const [rank, phrase] of phrases.entries()) {
    const [first = ""] = phrase.split("_");
    const ready = { said: ` ${phrase.replaceAll("_", " ")} `, joined: ` ${phrase} `, rank };
    found.set(first, [...(found.get(first) ?? []), ready]);
  }
  return found;
}

function listed(words: string): string[] {
  return words.split(/\s+/).filter(Boolean);
}
