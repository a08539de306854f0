import type { Person } from "./person.ts";

/**
 * A person's own values of the columns that merging combines, as plain JSON; instants are in milliseconds.
 */
export interface OwnTraits {
  readonly displayName: string;
  readonly language: string | null;
  readonly role: Person["role"];
  readonly doNotThank: boolean;
  readonly note: string | null;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
}

/** Returns the person's own values, whoever they are merged with. */
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

/** Returns the person with these values in the columns. */
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

/** Roles, those with most restrictions first. */
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
 * Returns the joint values of merged people: the first one's name, the strictest role, no thanks if any of
 * them may not be thanked, and all notes.
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
