import { and, asc, eq, inArray } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { touchpoints } from "../engagement/schema.ts";
import { identities } from "../people/schema.ts";
import { posts } from "../posts/schema.ts";
import type { Belief, Classification, Transition } from "./belief.ts";
import type { LoggedTouchpoint } from "./person-state.ts";
import { beliefs, classifications, transitions } from "./schema.ts";

/** Everything that these people did with us, by person. */
export async function readLogs(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<Map<string, LoggedTouchpoint[]>> {
  const rows = await db
    .select({ touchpoint: touchpoints, personId: identities.personId, thanks: posts.shoutOutId })
    .from(touchpoints)
    .innerJoin(identities, eq(identities.id, touchpoints.identityId))
    .leftJoin(posts, eq(posts.id, touchpoints.postId))
    .where(
      and(
        eq(touchpoints.workspaceId, workspaceId),
        eq(touchpoints.direction, "in"),
        inArray(identities.personId, [...personIds]),
      ),
    );
  const logs = new Map<string, LoggedTouchpoint[]>(personIds.map((id) => [id, []]));
  for (const { touchpoint, personId, thanks } of rows)
    logs.get(personId)?.push({ ...touchpoint, isAnswerToThanks: thanks !== null });
  return logs;
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
