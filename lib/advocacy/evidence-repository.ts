import { and, asc, desc, eq, gte, inArray, isNotNull, ne } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { journeysDue } from "../derived/schema.ts";
import { touchpoints } from "../engagement/schema.ts";
import { events } from "../events/schema.ts";
import { classifications } from "../journey/schema.ts";
import { consents, identities, persons } from "../people/schema.ts";
import { moments, recognitions } from "./schema.ts";

/** Everything since then that can add to (or take from) somebody's advocacy score, oldest first. */
export async function listEvidence(db: Db, workspaceId: string, since: Date) {
  return db
    .select({
      touchpoint: touchpoints,
      rule: classifications.rule,
      stageId: classifications.stageId,
      personId: identities.personId,
    })
    .from(touchpoints)
    .innerJoin(classifications, eq(classifications.id, touchpoints.id))
    .innerJoin(identities, eq(identities.id, touchpoints.identityId))
    .where(
      and(
        eq(touchpoints.workspaceId, workspaceId),
        eq(touchpoints.direction, "in"),
        gte(touchpoints.occurredAt, since),
        ne(classifications.advocacyWeight, 0),
      ),
    )
    .orderBy(asc(touchpoints.occurredAt));
}

export type EvidenceRow = Awaited<ReturnType<typeof listEvidence>>[number];

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
    .orderBy(asc(identities.firstSeenAt));
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

export async function listOpenMoments(db: Db, workspaceId: string, now: Date) {
  return db
    .select()
    .from(moments)
    .where(and(eq(moments.workspaceId, workspaceId), gte(moments.expiresAt, now)))
    .orderBy(desc(moments.at));
}

/** Newest first. */
export async function listRecognitions(db: Db, workspaceId: string) {
  return db
    .select()
    .from(recognitions)
    .where(eq(recognitions.workspaceId, workspaceId))
    .orderBy(desc(recognitions.at));
}

export async function listRecognitionsOf(db: Db, workspaceId: string, personId: string) {
  return db
    .select()
    .from(recognitions)
    .where(and(eq(recognitions.workspaceId, workspaceId), eq(recognitions.personId, personId)))
    .orderBy(desc(recognitions.at));
}

/** What changes evidence: read, judged by a person, or gone. */
const changing = ["touchpoints.recorded", "touchpoint.confirmed", "person.erased"];
/** Events may become visible in another order than their ids; so many pages never overtake one. */
const eventsCompared = 100;

/** The same text as long as the evidence is the same; undefined while work after an event about it is not done. */
export async function findEvidenceState(db: Db, workspaceId: string): Promise<string | undefined> {
  const ours = and(eq(events.workspaceId, workspaceId), inArray(events.type, changing));
  const [latest, waiting] = await Promise.all([
    db
      .select({ id: events.id })
      .from(events)
      .where(ours)
      .orderBy(desc(events.id))
      .limit(eventsCompared),
    db
      .select({ id: journeysDue.id })
      .from(journeysDue)
      .where(eq(journeysDue.workspaceId, workspaceId))
      .limit(1),
  ]);
  return waiting.length > 0 ? undefined : latest.map(({ id }) => id).join(" ");
}

/** Texts of contests and chains, to count how many people wrote the same. */
export async function listContestTexts(db: Db, workspaceId: string, since: Date) {
  const rows = await db
    .select({ text: touchpoints.text, at: touchpoints.occurredAt })
    .from(touchpoints)
    .where(
      and(
        eq(touchpoints.workspaceId, workspaceId),
        eq(touchpoints.isContest, true),
        isNotNull(touchpoints.text),
        gte(touchpoints.occurredAt, since),
      ),
    );
  return rows.map(({ text, at }) => ({ text: text ?? "", at }));
}
