import { and, desc, eq, gte, inArray, lt, or, sql, type SQL } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { classifications } from "../journey/schema.ts";
import { identities, persons } from "../people/schema.ts";
import { posts } from "../posts/schema.ts";
import { touchpoints } from "./schema.ts";
import type { TouchpointCursor } from "./touchpoint-list.ts";
import type { TouchpointType } from "./touchpoint.ts";

interface Wanted {
  readonly id?: string | undefined;
  readonly personId?: string | undefined;
  readonly postId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly stageId?: string | undefined;
  readonly type?: TouchpointType | undefined;
  readonly channel?: string | undefined;
  readonly since?: Date | undefined;
  readonly after: TouchpointCursor | undefined;
  readonly limit: number;
}

export async function selectTouchpoints(db: Db, workspaceId: string, wanted: Wanted) {
  const identityIds = wanted.personId && (await identitiesOf(db, workspaceId, wanted.personId));
  return db
    .select({
      touchpoint: touchpoints,
      person: {
        id: persons.id,
        displayName: persons.displayName,
        role: persons.role,
        doNotThank: persons.doNotThank,
      },
      identity: {
        id: identities.id,
        network: identities.network,
        remoteId: identities.remoteId,
        handle: identities.handle,
        displayName: identities.displayName,
        avatarUrl: identities.avatarUrl,
      },
      post: { id: posts.id, parts: posts.parts },
      classification: {
        // A column that is never null must be first, because Drizzle tells by it whether the joined row
        // exists.
        rule: classifications.rule,
        stageId: classifications.stageId,
        strength: classifications.strength,
        advocacyWeight: classifications.advocacyWeight,
        isHalved: classifications.isHalved,
      },
    })
    .from(touchpoints)
    .innerJoin(identities, eq(identities.id, touchpoints.identityId))
    .innerJoin(persons, eq(persons.id, identities.personId))
    .leftJoin(posts, eq(posts.id, touchpoints.postId))
    .leftJoin(classifications, eq(classifications.id, touchpoints.id))
    .where(and(...within(workspaceId, wanted, identityIds), ...conditions(wanted)))
    .orderBy(desc(touchpoints.occurredAt), desc(touchpoints.id))
    .limit(wanted.limit);
}

async function identitiesOf(db: Db, workspaceId: string, personId: string): Promise<string[]> {
  const rows = await db
    .select({ id: identities.id })
    .from(identities)
    .where(and(eq(identities.workspaceId, workspaceId), eq(identities.personId, personId)));
  return rows.map(({ id }) => id);
}

/**
 * Returns the condition for one person or the workspace. One person's touchpoints are found by identity, in
 * an index that is in order; without `coalesce`, SQLite would use the index of the whole workspace.
 */
function within(
  workspaceId: string,
  { personId }: Wanted,
  identityIds: readonly string[] | "" | undefined,
): SQL[] {
  if (!personId || !identityIds) return [eq(touchpoints.workspaceId, workspaceId)];
  return [
    inArray(touchpoints.identityId, [...identityIds]),
    sql`coalesce(${touchpoints.workspaceId}, '') = ${workspaceId}`,
  ];
}

function conditions(wanted: Wanted): (SQL | undefined)[] {
  const { id, postId, accountId, stageId, type, channel, since, after } = wanted;
  return [
    id ? eq(touchpoints.id, id) : undefined,
    postId ? eq(touchpoints.postId, postId) : undefined,
    accountId ? eq(touchpoints.accountId, accountId) : undefined,
    stageId ? eq(classifications.stageId, stageId) : undefined,
    type && eq(touchpoints.type, type),
    channel ? eq(touchpoints.channel, channel) : undefined,
    since && gte(touchpoints.occurredAt, since),
    after && isBehind(after),
  ];
}

function isBehind({ occurredAt, id }: TouchpointCursor): SQL | undefined {
  return or(
    lt(touchpoints.occurredAt, occurredAt),
    and(eq(touchpoints.occurredAt, occurredAt), lt(touchpoints.id, id)),
  );
}
