import type { Db, Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import { systemContext, type Context, type Runtime } from "../kernel/context.ts";
import { erasedFingerprint } from "./erased-identity.ts";
import {
  keepErasureEvent,
  listIdentitiesAfter,
  listIdentityErasures,
  listPersonsThere,
  listWorkspacesThere,
} from "./erasure-repository.ts";
import { forgetPerson, gatherRemains } from "./forget-person.ts";
import type { KnownErasures } from "./known-erasures.ts";
import { partPeople } from "./part-people.ts";
import { ownPersonId } from "./person.ts";
import { saveErasure } from "./personal-rows-repository.ts";
import { lockPerson } from "./repository.ts";
import { cancelUndecided } from "./tied-post-repository.ts";

const pageSize = 1_000;

export interface ErasedAgain {
  readonly people: number;
  /** Number of planned posts in the copy that thanked or named them. */
  readonly posts: number;
}

/**
 * Repeats erasures in an older copy of the database that a newer one knows. Nothing may be sending from the
 * copy. Whatever the copy itself recorded after an erasure stays.
 */
export async function eraseAgain(runtime: Runtime, known: KnownErasures): Promise<ErasedAgain> {
  const done = { people: 0, posts: 0 };
  for (const workspaceId of await listWorkspacesThere(runtime.db)) {
    const isHere = (row: { workspaceId: string }) => row.workspaceId === workspaceId;
    const here = {
      identities: known.identities.filter(isHere),
      persons: known.persons.filter(isHere),
    };
    if (here.identities.length + here.persons.length === 0) continue;
    const ctx = systemContext(runtime, workspaceId);
    const { people, posts } = await runtime.transact((tx) => eraseIn(tx, ctx, here));
    done.people += people;
    done.posts += posts;
  }
  return done;
}

interface Erasure {
  readonly at: Date;
  readonly withPublished: boolean;
}

async function eraseIn(tx: Tx, ctx: Context, known: KnownErasures): Promise<ErasedAgain> {
  const unheard = await unheardOf(tx, ctx, known.identities);
  const wanted = new Map<string, Erasure>([
    ...(await listByFingerprint(tx, ctx, unheard)),
    ...(await listById(tx, ctx, known.persons)),
  ]);
  let posts = 0;
  for (const [personId, erasure] of wanted) posts += await erase(tx, ctx, personId, erasure);
  for (const identity of unheard) await saveErasure(tx, identity);
  for (const { eventId: id, personId: subjectId, publishedPosts, ...rest } of known.persons)
    await keepErasureEvent(tx, { ...rest, id, subjectId, detail: { publishedPosts } });
  const told = new Set(known.persons.map(({ personId }) => personId));
  for (const personId of wanted.keys())
    if (!told.has(personId))
      await record(tx, ctx, "person.erased", personId, { publishedPosts: "keep" });
  return { people: wanted.size, posts };
}

/** Returns erasures that the copy does not know, or of which it knows only an earlier one. */
async function unheardOf(db: Db, ctx: Context, erased: KnownErasures["identities"]) {
  const own = (await listIdentityErasures(db)).filter(
    ({ workspaceId }) => workspaceId === ctx.workspaceId,
  );
  const knownAt = new Map(own.map(({ id, at }) => [id, at.getTime()]));
  return erased.filter(({ id, at }) => (knownAt.get(id) ?? -1) < at.getTime());
}

async function listByFingerprint(
  db: Db,
  ctx: Context,
  unheard: KnownErasures["identities"],
): Promise<Map<string, Erasure>> {
  const wanted = new Map<string, Erasure>();
  const erasedAt = new Map(unheard.map(({ id, at }) => [id, at]));
  if (erasedAt.size === 0) return wanted;
  for (let after = ""; ;) {
    const page = await listIdentitiesAfter(db, ctx.workspaceId, { after, limit: pageSize });
    for (const identity of page) {
      const at = erasedAt.get(erasedFingerprint(ctx, identity));
      if (at) wanted.set(ownPersonId(identity), { at, withPublished: false });
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) return wanted;
    after = last.id;
  }
}

/**
 * Finds erased people by the events in the history, which also works if the copy has another key and
 * fingerprints differ.
 */
async function listById(
  db: Db,
  ctx: Context,
  erased: KnownErasures["persons"],
): Promise<Map<string, Erasure>> {
  const ids = erased.map(({ personId }) => personId);
  const there = new Set(await listPersonsThere(db, ctx.workspaceId, ids));
  return new Map(
    erased
      .filter(({ personId }) => there.has(personId))
      .map(({ personId, at, publishedPosts }) => [
        personId,
        { at, withPublished: publishedPosts === "remove" },
      ]),
  );
}

/** Returns the number of planned posts that were cancelled. */
async function erase(tx: Tx, ctx: Context, personId: string, erasure: Erasure): Promise<number> {
  // In the copy they may be merged with others who were not erased.
  while (await partPeople(tx, ctx, personId));
  const person = await lockPerson(tx, ctx.workspaceId, personId);
  const remains = await gatherRemains(tx, ctx, person);
  await cancelUndecided(tx, ctx, remains.plannedPostIds);
  await forgetPerson(tx, ctx, remains, erasure);
  return remains.plannedPostIds.length;
}
