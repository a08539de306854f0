import type { Db } from "../db/store.ts";
import { listErasureEvents, listIdentityErasures } from "./erasure-repository.ts";
import { knownErasures, type KnownErasures } from "./known-erasures.ts";

/** Returns the erasures of all workspaces, before the database is replaced by an older one. */
export async function listKnownErasures(db: Db): Promise<KnownErasures> {
  const [identities, events] = await Promise.all([listIdentityErasures(db), listErasureEvents(db)]);
  return knownErasures.parse({
    identities,
    persons: events.map(({ id, workspaceId, actorId, subjectId, at, detail }) => ({
      eventId: id,
      workspaceId,
      actorId,
      personId: subjectId,
      at,
      publishedPosts: detail["publishedPosts"],
    })),
  });
}
