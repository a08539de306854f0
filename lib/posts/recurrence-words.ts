import {
  nextOccurrence,
  type Occurrence,
  occurrencesBetween,
  type RecurrenceTimes,
} from "./occurrences.ts";
import { partsFor, type PostWithVersions } from "./post.ts";
import { sameness, type Words } from "./recurrence.ts";

/** An account, and for how many days its network does not take the same words again; 0 where it does. */
export interface Rested {
  readonly accountId: string;
  readonly label: string;
  readonly days: number;
}

const dayMs = 86_400_000;

/** What says what on an account, and when: planned or out. */
export type Said = Pick<PostWithVersions, "publishAt" | "parts" | "versions">;

/** Whose turn it is: the first words, from `turn` on, that no account had too lately or has too soon. */
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

/** Where the rule itself brings the same words to an account again too soon, whatever else is planned there. */
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
