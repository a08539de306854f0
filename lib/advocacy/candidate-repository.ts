import { and, asc, desc, eq, gt, gte, inArray, min } from "drizzle-orm";

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

/** Who may come into question, each list by its index: never a look at everybody. */
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

/** The first by every half-life there is. */
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
  return db
    .select({
      personId: fanRanks.personId,
      halfLifeDays: fanRanks.halfLifeDays,
      rankEver: fanRanks.rankEver,
    })
    .from(fanRanks)
    .where(and(eq(fanRanks.workspaceId, workspaceId), gt(fanRanks.halfLifeDays, 0)))
    .limit(limit);
}

/** What is kept of these people beside their journeys. */
export async function listFanStates(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<{ personId: string; fan: FanState }[]> {
  const rows = await db
    .select({ personId: journeyStates.id, state: journeyStates.state })
    .from(journeyStates)
    .where(
      and(inArray(journeyStates.id, [...personIds]), eq(journeyStates.workspaceId, workspaceId)),
    );
  // `lib/projector` writes the parts, and the fan among them is this folder's own.
  return rows.map(({ personId, state }) => ({
    personId,
    fan: (state.parts as { readonly fan: FanState }).fan,
  }));
}

/** Newest first: the first line of a person holds. */
export async function listMentionConsentsOf(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
) {
  return db
    .select()
    .from(consents)
    .where(
      and(
        eq(consents.workspaceId, workspaceId),
        eq(consents.scope, "mention"),
        inArray(consents.personId, [...personIds]),
      ),
    )
    .orderBy(desc(consents.at), desc(consents.id));
}

/** Newest first. */
export async function listOpenMomentsOf(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
  now: Date,
) {
  return db
    .select()
    .from(moments)
    .where(
      and(
        eq(moments.workspaceId, workspaceId),
        inArray(moments.personId, [...personIds]),
        gte(moments.expiresAt, now),
      ),
    )
    .orderBy(desc(moments.at));
}

/** Newest first. */
export async function listRecognitionsOfAll(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
) {
  return db
    .select()
    .from(recognitions)
    .where(
      and(
        eq(recognitions.workspaceId, workspaceId),
        inArray(recognitions.personId, [...personIds]),
      ),
    )
    .orderBy(desc(recognitions.at), desc(recognitions.id));
}

export async function listTouchpointsById(db: Db, workspaceId: string, ids: readonly string[]) {
  return db
    .select()
    .from(touchpoints)
    .where(and(inArray(touchpoints.id, [...ids]), eq(touchpoints.workspaceId, workspaceId)))
    .orderBy(asc(touchpoints.id));
}
