import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  gte,
  isNotNull,
  lt,
  or,
  type SQL,
} from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { touchpoints } from "../engagement/schema.ts";
import { classifications } from "../journey/schema.ts";
import { identities } from "../people/schema.ts";
import { posts } from "../posts/schema.ts";

export interface Slice {
  /** ISO week, inclusive. */
  readonly sinceWeek: string;
  readonly postId?: string | undefined;
  readonly accountId?: string | undefined;
}

export interface StageWeekRow {
  readonly stageId: string | null;
  readonly week: string;
  readonly touchpoints: number;
  readonly people: number;
}

/** What people did, per stage and week. Weeks without anything have no row. */
export async function countByStageAndWeek(
  db: Db,
  workspaceId: string,
  slice: Slice,
): Promise<StageWeekRow[]> {
  return db
    .select({
      stageId: classifications.stageId,
      week: touchpoints.localWeek,
      touchpoints: count(),
      people: countDistinct(identities.personId),
    })
    .from(touchpoints)
    .innerJoin(classifications, eq(classifications.id, touchpoints.id))
    .innerJoin(identities, eq(identities.id, touchpoints.identityId))
    .where(within(workspaceId, slice))
    .groupBy(classifications.stageId, touchpoints.localWeek);
}

/** Different people per stage over the whole slice: somebody active in three weeks counts once. */
export async function countPeopleByStage(
  db: Db,
  workspaceId: string,
  slice: Slice,
): Promise<{ stageId: string | null; people: number }[]> {
  return db
    .select({ stageId: classifications.stageId, people: countDistinct(identities.personId) })
    .from(touchpoints)
    .innerJoin(classifications, eq(classifications.id, touchpoints.id))
    .innerJoin(identities, eq(identities.id, touchpoints.identityId))
    .where(within(workspaceId, slice))
    .groupBy(classifications.stageId);
}

export interface PostStageRow {
  readonly postId: string | null;
  readonly stageId: string | null;
  readonly touchpoints: number;
  readonly people: number;
}

/** What people did with each post, per stage. */
export async function countByPostAndStage(
  db: Db,
  workspaceId: string,
  slice: Slice,
): Promise<PostStageRow[]> {
  return db
    .select({
      postId: touchpoints.postId,
      stageId: classifications.stageId,
      touchpoints: count(),
      people: countDistinct(identities.personId),
    })
    .from(touchpoints)
    .innerJoin(classifications, eq(classifications.id, touchpoints.id))
    .innerJoin(identities, eq(identities.id, touchpoints.identityId))
    .where(and(within(workspaceId, slice), isNotNull(touchpoints.postId)))
    .groupBy(touchpoints.postId, classifications.stageId)
    .orderBy(desc(count()))
    .limit(500);
}

/** Touchpoints since an instant per stage and rule, most first: what came in today. */
export async function countByRuleSince(
  db: Db,
  workspaceId: string,
  since: Date,
): Promise<{ stageId: string | null; rule: string; touchpoints: number }[]> {
  return db
    .select({ stageId: classifications.stageId, rule: classifications.rule, touchpoints: count() })
    .from(touchpoints)
    .innerJoin(classifications, eq(classifications.id, touchpoints.id))
    .where(and(incoming(workspaceId), gte(touchpoints.occurredAt, since)))
    .groupBy(classifications.stageId, classifications.rule)
    .orderBy(desc(count()), asc(classifications.rule));
}

/** Touchpoints in any of these stretches of time. */
export async function countWithin(
  db: Db,
  workspaceId: string,
  stretches: readonly { from: Date; until: Date }[],
): Promise<number> {
  const inOne = stretches.map(({ from, until }) =>
    and(gte(touchpoints.occurredAt, from), lt(touchpoints.occurredAt, until)),
  );
  const [row] = await db
    .select({ touchpoints: count() })
    .from(touchpoints)
    .where(and(incoming(workspaceId), or(...inOne)));
  return row?.touchpoints ?? 0;
}

/** The post that most of what came in since then answers. */
export async function findMostAnswered(db: Db, workspaceId: string, since: Date) {
  const [row] = await db
    .select({ id: posts.id, parts: posts.parts, touchpoints: count() })
    .from(touchpoints)
    .innerJoin(posts, eq(posts.id, touchpoints.postId))
    .where(and(incoming(workspaceId), gte(touchpoints.occurredAt, since)))
    .groupBy(posts.id)
    .orderBy(desc(count()), desc(posts.id))
    .limit(1);
  return row;
}

function within(workspaceId: string, { sinceWeek, postId, accountId }: Slice): SQL | undefined {
  return and(
    incoming(workspaceId),
    gte(touchpoints.localWeek, sinceWeek),
    postId ? eq(touchpoints.postId, postId) : undefined,
    accountId ? eq(touchpoints.accountId, accountId) : undefined,
  );
}

function incoming(workspaceId: string): SQL | undefined {
  return and(eq(touchpoints.workspaceId, workspaceId), eq(touchpoints.direction, "in"));
}
