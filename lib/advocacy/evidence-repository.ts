import { and, asc, desc, eq, sql } from "drizzle-orm";

import { encodeIds, isAmong } from "../db/bulk.ts";
import { withQuickRows } from "../db/quick-rows.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db } from "../db/store.ts";
import { touchpoints } from "../engagement/schema.ts";
import { consents, identities, persons } from "../people/schema.ts";
import { recognitions } from "./schema.ts";

/** Returns a person's verdict on the touchpoint. Null if there is none. */
export async function findVerdict(db: Db, workspaceId: string, touchpointId: string) {
  const [row] = await db
    .select({ verdict: touchpoints.verdict })
    .from(touchpoints)
    .where(and(eq(touchpoints.workspaceId, workspaceId), eq(touchpoints.id, touchpointId)));
  return row?.verdict ?? null;
}

export async function listPersons(db: Db, workspaceId: string, ids: readonly string[]) {
  return personsById(db).execute({ workspaceId, ids: encodeIds(ids) });
}

const personsById = cachedStatement((db) =>
  withQuickRows(
    db
      .select()
      .from(persons)
      .where(
        and(eq(persons.workspaceId, sql.placeholder("workspaceId")), isAmong(persons.id, "ids")),
      )
      .orderBy(asc(persons.id))
      .prepare("fan_persons"),
  ),
);

export async function listIdentitiesOf(db: Db, workspaceId: string, personIds: readonly string[]) {
  return identitiesOf(db).execute({ workspaceId, ids: encodeIds(personIds) });
}

const identitiesOf = cachedStatement((db) =>
  withQuickRows(
    db
      .select()
      .from(identities)
      .where(
        and(
          eq(identities.workspaceId, sql.placeholder("workspaceId")),
          isAmong(identities.personId, "ids"),
        ),
      )
      .orderBy(asc(identities.firstSeenAt), asc(identities.id))
      .prepare("fan_identities"),
  ),
);

/** Newest first: the first row of a person applies. */
export async function listMentionConsents(db: Db, workspaceId: string, personId?: string) {
  return db
    .select()
    .from(consents)
    .where(
      and(
        eq(consents.workspaceId, workspaceId),
        eq(consents.scope, "mention"),
        personId === undefined ? undefined : eq(consents.personId, personId),
      ),
    )
    .orderBy(desc(consents.at), desc(consents.id));
}

export async function listRecognitionsOf(db: Db, workspaceId: string, personId: string) {
  return db
    .select()
    .from(recognitions)
    .where(and(eq(recognitions.workspaceId, workspaceId), eq(recognitions.personId, personId)))
    .orderBy(desc(recognitions.at), desc(recognitions.id));
}
