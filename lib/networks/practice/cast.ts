import { chance, shuffled } from "./chance.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { parts, type Part } from "./parts.ts";

export interface Member {
  /** The person's id on the network. */
  readonly key: string;
  readonly name: string;
  readonly handle: string;
  readonly language: "nl" | "en";
  readonly part: Part;
  /** Probability of a reaction to a post, after arrival. */
  readonly activity: number;
  /** In days since the account's first post. */
  readonly arrivesOn: number;
  /** The member does not react between these days. */
  readonly quiet: { readonly from: number; readonly until: number } | undefined;
  readonly isFollower: boolean;
}

/** Returns the invented people of an account, always the same for the same account. */
export function castOf(accountId: string): readonly Member[] {
  const known = casts.get(accountId);
  if (known) return known;
  const people = shuffled(
    [
      ...dutch.names.map((name) => ({ name, language: "nl" as const })),
      ...english.names.map((name) => ({ name, language: "en" as const })),
    ],
    accountId,
  );
  const cast = people.map((person, index) => {
    const { part, rank } = roles[index] ?? { part: "passer-by" as const, rank: 0 };
    const handle = `${person.name.toLowerCase().replaceAll(/[^a-z]/g, "")}.practice`;
    return { ...person, key: handle, handle, part, ...habits(accountId, handle, part, rank) };
  });
  if (casts.size > 500) casts.clear();
  casts.set(accountId, cast);
  return cast;
}

const casts = new Map<string, readonly Member[]>();

const roles = (Object.keys(parts) as Part[]).flatMap((part) =>
  Array.from({ length: parts[part].count }, (_, rank) => ({ part, rank })),
);

function habits(accountId: string, key: string, part: Part, rank: number) {
  const { activity, lastArrival, follows } = parts[part];
  const at = chance(accountId, key, "arrives");
  const from = 12 + 6 * at;
  return {
    // The first regulars react much more often than the last.
    activity: activity / (part === "regular" ? (rank + 1) ** 0.8 : 1),
    arrivesOn: at * lastArrival,
    quiet: part === "returner" ? { from, until: from + 46 + 2 * rank } : undefined,
    isFollower: chance(accountId, key, "follows") < follows,
  };
}
