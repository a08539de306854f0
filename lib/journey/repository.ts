import { and, asc, desc, eq, inArray } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { touchpoints } from "../engagement/schema.ts";
import type { Touchpoint } from "../engagement/touchpoint.ts";
import { identities } from "../people/schema.ts";
import type { Belief, Classification, Transition } from "./belief.ts";
import { beliefs, classifications, transitions } from "./schema.ts";

/** Returns a person's latest touchpoints (direction `in` only), oldest first. */
export async function listLatestTouchpoints(
  db: Db,
  workspaceId: string,
  personId: string,
  limit: number,
): Promise<Touchpoint[]> {
  const found: Touchpoint[] = [];
  // One query for each identity, because the index holds each identity's touchpoints in order.
  for (const { id } of await identitiesOf(db, workspaceId, personId))
    found.push(
      ...(await db
        .select()
        .from(touchpoints)
        .where(and(eq(touchpoints.identityId, id), eq(touchpoints.direction, "in")))
        .orderBy(desc(touchpoints.occurredAt), desc(touchpoints.remoteId))
        .limit(limit)),
    );
  return found.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime()).slice(-limit);
}

export async function listTouchpointsById(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Touchpoint[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(touchpoints)
    .where(and(eq(touchpoints.workspaceId, workspaceId), inArray(touchpoints.id, [...ids])));
}

async function identitiesOf(db: Db, workspaceId: string, personId: string) {
  return db
    .select({ id: identities.id })
    .from(identities)
    .where(and(eq(identities.workspaceId, workspaceId), eq(identities.personId, personId)));
}

export async function findBelief(
  db: Db,
  workspaceId: string,
  personId: string,
): Promise<Belief | undefined> {
  const [row] = await db
    .select()
    .from(beliefs)
    .where(and(eq(beliefs.workspaceId, workspaceId), eq(beliefs.id, personId)));
  return row;
}

export async function listTransitions(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<Transition[]> {
  return db
    .select()
    .from(transitions)
    .where(
      and(eq(transitions.workspaceId, workspaceId), inArray(transitions.personId, [...personIds])),
    )
    .orderBy(asc(transitions.at), asc(transitions.id));
}

/** Returns a person's latest moves, oldest first. */
export async function listLatestTransitions(
  db: Db,
  workspaceId: string,
  personId: string,
  limit: number,
): Promise<Transition[]> {
  const rows = await db
    .select()
    .from(transitions)
    .where(and(eq(transitions.workspaceId, workspaceId), eq(transitions.personId, personId)))
    .orderBy(desc(transitions.at), desc(transitions.id))
    .limit(limit);
  return rows.toReversed();
}

export async function listClassifications(
  db: Db,
  workspaceId: string,
  touchpointIds: readonly string[],
): Promise<Classification[]> {
  if (touchpointIds.length === 0) return [];
  return db
    .select()
    .from(classifications)
    .where(
      and(
        eq(classifications.workspaceId, workspaceId),
        inArray(classifications.id, [...touchpointIds]),
      ),
    );
}
