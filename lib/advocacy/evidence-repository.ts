import { and, asc, desc, eq, inArray } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { touchpoints } from "../engagement/schema.ts";
import { consents, identities, persons } from "../people/schema.ts";
import { recognitions } from "./schema.ts";

/** What a person said of the words; null where nobody has read them. */
export async function findVerdict(db: Db, workspaceId: string, touchpointId: string) {
  const [row] = await db
    .select({ verdict: touchpoints.verdict })
    .from(touchpoints)
    .where(and(eq(touchpoints.workspaceId, workspaceId), eq(touchpoints.id, touchpointId)));
  return row?.verdict ?? null;
}

export async function listPersons(db: Db, workspaceId: string, ids: readonly string[]) {
  return db
    .select()
    .from(persons)
    .where(and(eq(persons.workspaceId, workspaceId), inArray(persons.id, [...ids])));
}

export async function listIdentitiesOf(db: Db, workspaceId: string, personIds: readonly string[]) {
  return db
    .select()
    .from(identities)
    .where(
      and(eq(identities.workspaceId, workspaceId), inArray(identities.personId, [...personIds])),
    )
    .orderBy(asc(identities.firstSeenAt), asc(identities.id));
}

/** Newest first: the first line of a person holds. */
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
