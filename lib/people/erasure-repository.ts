import { and, asc, eq, gt, inArray } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { events } from "../events/schema.ts";
import { batchesOf } from "../kernel/batches.ts";
import { workspaces } from "../workspaces/schema.ts";
import type { Identity } from "./person.ts";
import { erasures, identities, persons } from "./schema.ts";

const idsPerQuery = 500;

/** Returns the erased fingerprints of all workspaces. */
export async function listIdentityErasures(db: Db): Promise<(typeof erasures.$inferSelect)[]> {
  return db.select().from(erasures);
}

/** Returns the erasure events of all workspaces. */
export async function listErasureEvents(db: Db): Promise<(typeof events.$inferSelect)[]> {
  return db.select().from(events).where(eq(events.type, "person.erased"));
}

export async function listWorkspacesThere(db: Db): Promise<string[]> {
  const rows = await db.select({ id: workspaces.id }).from(workspaces);
  return rows.map(({ id }) => id);
}

/** Returns which of these people exist in the workspace. */
export async function listPersonsThere(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const batch of batchesOf(personIds, idsPerQuery)) {
    const rows = await db
      .select({ id: persons.id })
      .from(persons)
      .where(and(eq(persons.workspaceId, workspaceId), inArray(persons.id, batch)));
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

/** Returns a page of the workspace's identities, ordered by id. */
export async function listIdentitiesAfter(
  db: Db,
  workspaceId: string,
  { after, limit }: { after: string; limit: number },
): Promise<Identity[]> {
  return db
    .select()
    .from(identities)
    .where(and(eq(identities.workspaceId, workspaceId), gt(identities.id, after)))
    .orderBy(asc(identities.id))
    .limit(limit);
}

/** Copies an event of another database's history without running its handlers. */
export async function keepErasureEvent(
  tx: Tx,
  event: Pick<
    typeof events.$inferInsert,
    "id" | "workspaceId" | "actorId" | "subjectId" | "detail" | "at"
  >,
): Promise<void> {
  await tx
    .insert(events)
    .values({ ...event, type: "person.erased" })
    .onConflictDoNothing();
}
