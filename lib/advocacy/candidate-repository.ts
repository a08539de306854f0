import { and, asc, desc, eq, gt, gte, inArray, min, sql, type AnyColumn } from "drizzle-orm";

import { encodeIds, isAmong } from "../db/bulk.ts";
import { withQuickRows } from "../db/quick-rows.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db } from "../db/store.ts";
import { touchpoints } from "../engagement/schema.ts";
import { consents } from "../people/schema.ts";
import { fanRanks, journeyStates } from "../projections/schema.ts";
import type { FanState } from "./fan-state.ts";
import { moments, recognitions, shoutOuts } from "./schema.ts";

const momentsAtMost = 150;
const ranksAtMost = 80;
const thankedAtMost = 200;
const underWay = ["suggested", "accepted"] as const;

/**
 * Returns the ids of people who may be thanked, from short lists that are each read through an index, so that
 * not every person is read: fresh moments, suggestions under way, recent thanks, and ranks.
 */
export async function listCandidates(
  db: Db,
  workspaceId: string,
  wanted: { readonly now: Date; readonly decidedSince: Date; readonly asked?: string | undefined },
): Promise<string[]> {
  const fresh = await db
    .select({ personId: moments.personId })
    .from(moments)
    .where(and(eq(moments.workspaceId, workspaceId), gte(moments.expiresAt, wanted.now)))
    .orderBy(desc(moments.expiresAt))
    .limit(momentsAtMost);
  const suggested = await db
    .select({ personId: shoutOuts.personId })
    .from(shoutOuts)
    .where(and(eq(shoutOuts.workspaceId, workspaceId), inArray(shoutOuts.status, [...underWay])))
    .limit(thankedAtMost);
  const thanked = await db
    .select({ personId: recognitions.personId })
    .from(recognitions)
    .where(
      and(eq(recognitions.workspaceId, workspaceId), gte(recognitions.at, wanted.decidedSince)),
    )
    .orderBy(desc(recognitions.at))
    .limit(thankedAtMost);
  const ranked = await listFirst(db, workspaceId);
  const asked = wanted.asked ? [wanted.asked] : [];
  const people = [...fresh, ...suggested, ...thanked].map(({ personId }) => personId);
  return [...new Set([...people, ...ranked, ...asked])];
}

/** Returns the people with the highest ranks for each half-life in use. */
async function listFirst(db: Db, workspaceId: string): Promise<string[]> {
  const people: string[] = [];
  for (let halfLife = -1; ;) {
    const [next] = await db
      .select({ days: min(fanRanks.halfLifeDays) })
      .from(fanRanks)
      .where(and(eq(fanRanks.workspaceId, workspaceId), gt(fanRanks.halfLifeDays, halfLife)));
    if (next?.days === null || next?.days === undefined) return people;
    halfLife = next.days;
    const first = await db
      .select({ personId: fanRanks.personId })
      .from(fanRanks)
      .where(and(eq(fanRanks.workspaceId, workspaceId), eq(fanRanks.halfLifeDays, halfLife)))
      .orderBy(desc(fanRanks.rank))
      .limit(ranksAtMost);
    people.push(...first.map(({ personId }) => personId));
  }
}

export async function listRanks(db: Db, workspaceId: string, limit: number) {
  return ranks(db).execute({ workspaceId, limit });
}

const ranks = cachedStatement((db) =>
  withQuickRows(
    db
      .select({
        personId: fanRanks.personId,
        halfLifeDays: fanRanks.halfLifeDays,
        rankEver: fanRanks.rankEver,
      })
      .from(fanRanks)
      .where(and(isOf(fanRanks.workspaceId), gt(fanRanks.halfLifeDays, 0)))
      .limit(sql.placeholder("limit"))
      .prepare("ranks"),
  ),
);

/** Returns what is stored about these people for thanking them. */
export async function listFanStates(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<{ personId: string; fan: FanState }[]> {
  const rows = await fanStates(db).execute({ workspaceId, ids: encodeIds(personIds) });
  // `lib/projector` stores the state in parts; the type of `fan` belongs to this folder.
  return rows.map(({ personId, state }) => ({
    personId,
    fan: (state.parts as { readonly fan: FanState }).fan,
  }));
}

const fanStates = cachedStatement((db) =>
  withQuickRows(
    db
      .select({ personId: journeyStates.id, state: journeyStates.state })
      .from(journeyStates)
      .where(and(isAmong(journeyStates.id, "ids"), isOf(journeyStates.workspaceId)))
      .prepare("fan_states"),
  ),
);

/** Newest first: the first row of a person applies. */
export async function listMentionConsentsOf(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
) {
  return mentionConsents(db).execute({ workspaceId, ids: encodeIds(personIds) });
}

const mentionConsents = cachedStatement((db) =>
  withQuickRows(
    db
      .select()
      .from(consents)
      .where(
        and(
          isOf(consents.workspaceId),
          eq(consents.scope, "mention"),
          isAmong(consents.personId, "ids"),
        ),
      )
      .orderBy(desc(consents.at), desc(consents.id))
      .prepare("mention_consents"),
  ),
);

/** Newest first. */
export async function listOpenMomentsOf(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
  now: Date,
) {
  return openMoments(db).execute({ workspaceId, ids: encodeIds(personIds), now });
}

const openMoments = cachedStatement((db) =>
  withQuickRows(
    db
      .select()
      .from(moments)
      .where(
        and(
          isOf(moments.workspaceId),
          isAmong(moments.personId, "ids"),
          gte(moments.expiresAt, sql.param(sql.placeholder("now"), moments.expiresAt)),
        ),
      )
      .orderBy(desc(moments.at))
      .prepare("open_moments"),
  ),
);

/** Newest first. */
export async function listRecognitionsOfAll(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
) {
  return recognitionsOfAll(db).execute({ workspaceId, ids: encodeIds(personIds) });
}

const recognitionsOfAll = cachedStatement((db) =>
  withQuickRows(
    db
      .select()
      .from(recognitions)
      .where(and(isOf(recognitions.workspaceId), isAmong(recognitions.personId, "ids")))
      .orderBy(desc(recognitions.at), desc(recognitions.id))
      .prepare("recognitions_of_all"),
  ),
);

export async function listTouchpointsById(db: Db, workspaceId: string, ids: readonly string[]) {
  return touchpointsById(db).execute({ workspaceId, ids: encodeIds(ids) });
}

const touchpointsById = cachedStatement((db) =>
  withQuickRows(
    db
      .select()
      .from(touchpoints)
      .where(and(isAmong(touchpoints.id, "ids"), isOf(touchpoints.workspaceId)))
      .orderBy(asc(touchpoints.id))
      .prepare("touchpoints_by_id"),
  ),
);

function isOf(workspaceId: AnyColumn) {
  return eq(workspaceId, sql.placeholder("workspaceId"));
}
