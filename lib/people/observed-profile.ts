import { plainName } from "../kernel/control-signs.ts";
import { cutText } from "../kernel/cut-text.ts";
import { linksIn } from "./links.ts";
import { ownTraits, showTraits, type OwnTraits } from "./own-traits.ts";
import type { Identity, Person } from "./person.ts";

/** A person as reported by a network, a list or a team member, and when they were seen. */
export interface ObservedProfile {
  readonly remoteId: string;
  /** Undefined if the source does not give it; the known value then stays. */
  readonly handle?: string | undefined;
  readonly displayName?: string | undefined;
  readonly avatarUrl?: string | undefined;
  readonly url?: string | undefined;
  /** Description in the profile; only its links are stored. */
  readonly about?: string | undefined;
  readonly language?: string | undefined;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Merges profiles with the same remote id; the last profile counts. */
export function mergeObservedProfiles(found: readonly ObservedProfile[]): ObservedProfile[] {
  const byId = new Map<string, ObservedProfile>();
  for (const next of found) {
    const known = byId.get(next.remoteId);
    byId.set(next.remoteId, known ? joined(known, next) : next);
  }
  // Sorted, so that two concurrent collectors that insert the same people do not deadlock.
  return [...byId.values()].toSorted((one, other) => (one.remoteId < other.remoteId ? -1 : 1));
}

function joined(known: ObservedProfile, next: ObservedProfile): ObservedProfile {
  return {
    ...next,
    handle: next.handle ?? known.handle,
    displayName: next.displayName ?? known.displayName,
    language: known.language ?? next.language,
    firstAt: known.firstAt < next.firstAt ? known.firstAt : next.firstAt,
    lastAt: known.lastAt > next.lastAt ? known.lastAt : next.lastAt,
  };
}

/**
 * Returns the columns of an identity, with texts cut to the columns' limits. Absent values keep those of
 * `before`.
 */
export function profileOf(
  found: ObservedProfile,
  before?: Pick<Identity, "handle" | "displayName" | "links">,
) {
  const handle = found.handle
    ? cutText(plainName(found.handle), 300)
    : (before?.handle ?? found.remoteId);
  return {
    handle,
    displayName: nameOf(found, before) || handle,
    avatarUrl: found.avatarUrl?.slice(0, 2_000) ?? null,
    url: found.url?.slice(0, 2_000) ?? null,
    links: linksOf(found, before),
  };
}

function linksOf({ about }: ObservedProfile, before: Pick<Identity, "links"> | undefined) {
  return about === undefined ? (before?.links ?? null) : linksIn(about);
}

function nameOf(
  { displayName, handle }: ObservedProfile,
  before: Pick<Identity, "displayName"> | undefined,
): string | undefined {
  if (displayName !== undefined) return cutText(plainName(displayName), 200);
  return handle === undefined ? before?.displayName : undefined;
}

export function isProfileChanged(identity: Identity, profile: ReturnType<typeof profileOf>) {
  return (
    identity.handle !== profile.handle ||
    identity.displayName !== profile.displayName ||
    identity.avatarUrl !== profile.avatarUrl ||
    identity.url !== profile.url ||
    (identity.links ?? []).join() !== (profile.links ?? []).join()
  );
}

/** Returns the person updated by the profile; the same object if nothing changed. */
export function personAfter(person: Person, identity: Identity, found: ObservedProfile): Person {
  const { displayName } = profileOf(found, identity);
  const own = ownTraits(person);
  const next: OwnTraits = {
    ...own,
    // A person named like their profile is renamed with it.
    displayName: own.displayName === identity.displayName ? displayName : own.displayName,
    language: own.language ?? found.language ?? null,
    firstSeenAt: Math.min(own.firstSeenAt, found.firstAt.getTime()),
    lastSeenAt: Math.max(own.lastSeenAt, found.lastAt.getTime()),
  };
  const isSame = (Object.keys(next) as (keyof OwnTraits)[]).every((key) => next[key] === own[key]);
  if (isSame) return person;
  return person.own ? { ...person, own: next } : showTraits(person, next);
}
