import {
  nextOccurrence,
  type Occurrence,
  occurrencesBetween,
  type RecurrenceTimes,
} from "./occurrences.ts";
import { partsFor, type PostWithVersions } from "./post.ts";
import { sameness, type Words } from "./recurrence.ts";

/**
 * An account, and the number of days for which its network refuses the same text again; 0 if it accepts it.
 */
export interface Rested {
  readonly accountId: string;
  readonly label: string;
  readonly days: number;
}

const dayMs = 86_400_000;

/** A planned or published post with its content and accounts. */
export type Said = Pick<PostWithVersions, "publishAt" | "parts" | "versions">;

/**
 * Returns the index of the first content, from `turn` on, that is not too close in time to the same content
 * on any account; undefined if there is none.
 */
export function wordsInTurn(
  words: readonly Words[],
  {
    turn,
    at,
    accounts,
    said,
  }: {
    readonly turn: number;
    readonly at: Date;
    readonly accounts: readonly Rested[];
    readonly said: readonly Said[];
  },
): number | undefined {
  const order = words.map((_one, index) => (turn + index) % words.length);
  return order.find((index) => {
    const wanted = words[index];
    return wanted && !accounts.some((account) => isTooNear(wanted, account, at, said));
  });
}

function isTooNear(words: Words, { accountId, days }: Rested, at: Date, said: readonly Said[]) {
  if (days === 0) return false;
  const wanted = sameness(words.versions[accountId] ?? words.parts);
  return said.some(
    (post) =>
      post.publishAt !== null &&
      Math.abs(post.publishAt.getTime() - at.getTime()) < days * dayMs &&
      post.versions.some((version) => version.accountId === accountId) &&
      sameness(partsFor(post, accountId)) === wanted,
  );
}

const looked = 40;

/**
 * Returns the account on which the rule itself repeats the same content too soon, regardless of other posts.
 */
export function findTooSoon(
  times: RecurrenceTimes,
  words: readonly Words[],
  accounts: readonly Rested[],
): Rested | undefined {
  const first = nextOccurrence(times, null);
  if (!first) return undefined;
  const until = new Date(first.at.getTime() + looked * dayMs);
  const coming = occurrencesBetween(times, { after: null, until });
  return accounts.find(({ accountId, days }) => {
    const texts = words.map(({ parts, versions }) => sameness(versions[accountId] ?? parts));
    return days > 0 && comesAgainWithin(coming, texts, days * dayMs);
  });
}

function comesAgainWithin(
  coming: readonly Occurrence[],
  texts: readonly string[],
  ms: number,
): boolean {
  const last = new Map<string, number>();
  for (const [index, { at }] of coming.entries()) {
    const text = texts[index % texts.length] ?? "";
    const before = last.get(text);
    if (before !== undefined && at.getTime() - before < ms) return true;
    last.set(text, at.getTime());
  }
  return false;
}
