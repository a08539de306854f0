import type { Person } from "./person.ts";

/** What of a person can differ from what is told of several merged: plain JSON, instants in ms. */
export interface OwnTraits {
  readonly displayName: string;
  readonly language: string | null;
  readonly role: Person["role"];
  readonly doNotThank: boolean;
  readonly note: string | null;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
}

/** The person by themselves, whoever they are merged with. */
export function ownTraits(person: Person): OwnTraits {
  if (person.own) return person.own;
  const { displayName, language, role, doNotThank, note, firstSeenAt, lastSeenAt } = person;
  return {
    displayName,
    language,
    role,
    doNotThank,
    note,
    firstSeenAt: firstSeenAt.getTime(),
    lastSeenAt: lastSeenAt.getTime(),
  };
}

/** With these traits in the columns, where everybody reads them. */
export function showTraits(person: Person, traits: OwnTraits): Person {
  const { displayName, language, role, doNotThank, note } = traits;
  return {
    ...person,
    displayName,
    language,
    role,
    doNotThank,
    note,
    firstSeenAt: new Date(traits.firstSeenAt),
    lastSeenAt: new Date(traits.lastSeenAt),
  };
}

/** The role that forbids most comes first. */
const strictest: readonly Person["role"][] = [
  "staff",
  "competitor",
  "bot",
  "influencer",
  "customer",
  "prospect",
  "fan",
];

/**
 * What holds of several who are one: they are called as the first is, what forbids thanking any of
 * them forbids it for all, and every note stays.
 */
export function jointTraits(first: OwnTraits, others: readonly OwnTraits[]): OwnTraits {
  const all = [first, ...others];
  const notes = new Set(all.flatMap(({ note }) => note ?? []));
  return {
    displayName: first.displayName,
    language: all.find(({ language }) => language !== null)?.language ?? null,
    role: strictest.find((role) => all.some((one) => one.role === role)) ?? first.role,
    doNotThank: all.some(({ doNotThank }) => doNotThank),
    note: notes.size > 0 ? [...notes].join("\n") : null,
    firstSeenAt: Math.min(...all.map(({ firstSeenAt }) => firstSeenAt)),
    lastSeenAt: Math.max(...all.map(({ lastSeenAt }) => lastSeenAt)),
  };
}
