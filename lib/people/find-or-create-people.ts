import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { insertNewIdentities, lockIdentities, saveIdentity } from "./identity-repository.ts";
import { refreshMerged } from "./merged-people.ts";
import {
  isProfileChanged,
  mergeObservedProfiles,
  personAfter,
  profileOf,
  type ObservedProfile,
} from "./observed-profile.ts";
import { firstRole, ownPersonId, type Identity, type Person } from "./person.ts";
import { insertPersons, listPersonsById, savePersons } from "./repository.ts";

type Maker = Pick<Context, "workspaceId" | "clock" | "newId">;

/**
 * Returns the identities of people found on one network, by remote id. Inserts new people and updates changed
 * profiles. Part of the caller's transaction, for a page of a few hundred people.
 */
export async function findOrCreatePeople(
  tx: Tx,
  ctx: Maker,
  network: string,
  found: readonly ObservedProfile[],
): Promise<Map<string, Identity>> {
  const people = mergeObservedProfiles(found);
  const remoteIds = people.map((person) => person.remoteId);
  const known = await lockIdentities(tx, ctx.workspaceId, network, remoteIds);
  const knownIds = new Set(known.map((identity) => identity.remoteId));
  const fresh = people.filter((person) => !knownIds.has(person.remoteId));
  const added = await addPeople(tx, ctx, network, fresh);
  const met =
    added.length === fresh.length
      ? known
      : await lockIdentities(tx, ctx.workspaceId, network, [
          ...knownIds,
          ...fresh.map((person) => person.remoteId),
        ]);
  const addedIds = new Set(added.map((identity) => identity.id));
  const byId = new Map(people.map((person) => [person.remoteId, person]));
  const seenAgain = await updatePeople(
    tx,
    ctx,
    met.filter((identity) => !addedIds.has(identity.id)),
    byId,
  );
  return new Map([...added, ...seenAgain].map((identity) => [identity.remoteId, identity]));
}

/** Inserts identities first, so that two concurrent collectors create only one person for each. */
async function addPeople(
  tx: Tx,
  ctx: Maker,
  network: string,
  fresh: readonly ObservedProfile[],
): Promise<Identity[]> {
  const added = await insertNewIdentities(
    tx,
    fresh.map((person) => ({
      id: ctx.newId(),
      workspaceId: ctx.workspaceId,
      personId: ctx.newId(),
      mergedFrom: null,
      network,
      remoteId: person.remoteId,
      ...profileOf(person),
      firstSeenAt: person.firstAt,
    })),
  );
  const byId = new Map(fresh.map((person) => [person.remoteId, person]));
  await insertPersons(
    tx,
    added.map((identity) => newPerson(identity, byId.get(identity.remoteId))),
  );
  return added;
}

function newPerson(identity: Identity, found: ObservedProfile | undefined): Person {
  return {
    id: identity.personId,
    workspaceId: identity.workspaceId,
    displayName: identity.displayName,
    language: found?.language ?? null,
    role: firstRole,
    doNotThank: false,
    note: null,
    version: 1,
    firstSeenAt: identity.firstSeenAt,
    lastSeenAt: found?.lastAt ?? identity.firstSeenAt,
    mergedInto: null,
    mergedAt: null,
    own: null,
  };
}

async function updatePeople(
  tx: Tx,
  ctx: Maker,
  known: readonly Identity[],
  byId: ReadonlyMap<string, ObservedProfile>,
): Promise<Identity[]> {
  const personIds = known.map(ownPersonId);
  const persons = new Map(
    (await listPersonsById(tx, ctx.workspaceId, personIds)).map((person) => [person.id, person]),
  );
  const current: Identity[] = [];
  const changed = new Map<string, Person>();
  for (const identity of known) {
    const found = byId.get(identity.remoteId);
    const person = persons.get(ownPersonId(identity));
    if (!found) continue;
    if (person) {
      const next = personAfter(person, identity, found);
      if (next !== person) changed.set(next.id, next);
      persons.set(next.id, next);
    }
    current.push(await withProfile(tx, identity, found));
  }
  await savePersons(tx, [...changed.values()]);
  const merged = known.filter((one) => changed.get(ownPersonId(one))?.own);
  await refreshMerged(
    tx,
    ctx.workspaceId,
    merged.map(({ personId }) => personId),
  );
  return current;
}

async function withProfile(tx: Tx, identity: Identity, found: ObservedProfile): Promise<Identity> {
  const profile = profileOf(found, identity);
  if (!isProfileChanged(identity, profile)) return identity;
  const changed = { ...identity, ...profile };
  await saveIdentity(tx, changed);
  return changed;
}
