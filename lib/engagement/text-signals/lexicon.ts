import type { Touchpoint } from "../touchpoint.ts";

export type Emotion = NonNullable<Touchpoint["emotion"]>;

/** Plain data a language; words are lower case, phrases join theirs with `_`. */
export interface Lexicon {
  /** Weight (−3 … 3) and the words that carry it. */
  readonly weights: readonly (readonly [weight: number, words: string])[];
  readonly emotions: Readonly<Partial<Record<Emotion, string>>>;
  readonly negations: string;
  /** Turn round what they stand before, wholly: "far from". */
  readonly reversals: string;
  /** "More", "less", and comparatives that no ending shows. */
  readonly more: string;
  readonly less: string;
  /** A clause in which `<more>` stands for a comparative: "could not be `<more>`" is praise beyond praise. */
  readonly beyondCompare: RegExp;
  readonly strengtheners: string;
  readonly softeners: string;
  /** Bad by themselves; before a good word they only strengthen it: "insanely good". */
  readonly fierce: RegExp;
  /** Words that tell the language itself. */
  readonly common: string;
  /** A word that opens a question. */
  readonly questionOpeners: string;
  /** Asks for price, stock, size or promotion. */
  readonly priceQuestion: RegExp;
  readonly purchase: RegExp;
  readonly complaint: RegExp;
  readonly contest: RegExp;
  /** Endings to try without when a word is not listed, and what to put instead. */
  readonly endings: readonly (readonly [ending: string, instead: string])[];
}

export interface Phrase {
  /** As it is said, between spaces, and as the one word that it becomes. */
  readonly said: string;
  readonly joined: string;
  /** Longer ones come first. */
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
  /** Of two words or more, by their first word. */
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
