import {
  handleKey,
  linkedPages,
  mailKeys,
  nameKey,
  ownPages,
  type KeyedIdentity,
} from "./identity-keys.ts";
import { ownRecords } from "./person.ts";

/** Reasons why two people may be the same. The text is `people.same.reasons.<reason>`. */
export const likenesses = ["mail", "linked-both", "linked", "same-page", "handle", "name"] as const;
export type Likeness = (typeof likenesses)[number];

export type Confidence = "high" | "medium" | "low";

export interface Resemblance {
  readonly reasons: readonly Likeness[];
  readonly confidence: Confidence;
}

/**
 * Returns how two people resemble each other; undefined if the resemblance is too weak to suggest merging
 * them.
 */
export function compareIdentities(
  ours: readonly KeyedIdentity[],
  theirs: readonly KeyedIdentity[],
): Resemblance | undefined {
  if (isOnOneNetworkTwice(ours, theirs)) return undefined;
  const found = new Set<Likeness>();
  for (const one of ours)
    for (const other of theirs) for (const reason of likenessesOf(one, other)) found.add(reason);
  const confidence = confidenceOf(found);
  return confidence && { reasons: likenesses.filter((one) => found.has(one)), confidence };
}

/** Two accounts on one network count as two people unless a person says otherwise. */
function isOnOneNetworkTwice(
  ours: readonly KeyedIdentity[],
  theirs: readonly KeyedIdentity[],
): boolean {
  const networks = new Set(ours.map(({ network }) => network));
  networks.delete(ownRecords);
  return theirs.some(({ network }) => networks.has(network));
}

function likenessesOf(one: KeyedIdentity, other: KeyedIdentity): Likeness[] {
  const leads = share(linkedPages(one), ownPages(other));
  const isLedTo = share(linkedPages(other), ownPages(one));
  const found: [Likeness, boolean][] = [
    ["mail", share(mailKeys(one), mailKeys(other))],
    ["linked-both", leads && isLedTo],
    ["linked", leads !== isLedTo],
    ["same-page", share(linkedPages(one), linkedPages(other))],
    ["handle", isSame(handleKey(one), handleKey(other))],
    ["name", isSame(nameKey(one.displayName), nameKey(other.displayName))],
  ];
  return found.flatMap(([likeness, holds]) => (holds ? [likeness] : []));
}

/**
 * An estimate, not a measured probability. Names alone are too common, and a page that only one of them links
 * to may be another person's.
 */
function confidenceOf(found: ReadonlySet<Likeness>): Confidence | undefined {
  if (found.has("mail") || found.has("linked-both")) return "high";
  const isCalledAlike = found.has("handle") || found.has("name");
  if (found.has("linked")) return isCalledAlike ? "high" : "medium";
  if (found.has("same-page") && isCalledAlike) return "medium";
  if (found.has("handle")) return found.has("name") ? "medium" : "low";
  return undefined;
}

function share(ours: readonly string[], theirs: readonly string[]): boolean {
  return ours.some((one) => theirs.includes(one));
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}
