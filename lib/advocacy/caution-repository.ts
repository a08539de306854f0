import { and, asc, desc, eq, gte, inArray, isNotNull, max, ne, or, sql } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { touchpoints } from "../engagement/schema.ts";
import { classifications } from "../journey/schema.ts";
import { identities } from "../people/schema.ts";

/** Rules that speak for or against thanking whatever the words say. */
const telling = [
  "complaint",
  "complaint-resolved",
  "order",
  "return",
  "good-review",
  "user-content",
];

/** What these people wrote, bought, sent back and complained of, oldest first. */
export async function listCautiousTouchpoints(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
) {
  return db
    .select({
      personId: identities.personId,
      rule: classifications.rule,
      id: touchpoints.id,
      type: touchpoints.type,
      text: touchpoints.text,
      stars: touchpoints.stars,
      verdict: touchpoints.verdict,
      occurredAt: touchpoints.occurredAt,
      localDay: touchpoints.localDay,
    })
    .from(touchpoints)
    .innerJoin(identities, eq(identities.id, touchpoints.identityId))
    .innerJoin(classifications, eq(classifications.id, touchpoints.id))
    .where(
      and(
        eq(touchpoints.workspaceId, workspaceId),
        inArray(identities.personId, [...personIds]),
        ne(touchpoints.type, "like"),
        or(isNotNull(touchpoints.text), inArray(classifications.rule, telling)),
      ),
    )
    .orderBy(asc(touchpoints.occurredAt), asc(touchpoints.id));
}

/** Who ever complained, those first who did so last. */
export async function listComplainants(
  db: Db,
  workspaceId: string,
  most: number,
): Promise<string[]> {
  const rows = await db
    .select({ personId: identities.personId, lastAt: max(touchpoints.occurredAt) })
    .from(classifications)
    .innerJoin(touchpoints, eq(touchpoints.id, classifications.id))
    .innerJoin(identities, eq(identities.id, touchpoints.identityId))
    .where(and(eq(classifications.workspaceId, workspaceId), eq(classifications.rule, "complaint")))
    .groupBy(identities.personId)
    .orderBy(desc(max(touchpoints.occurredAt)))
    .limit(most);
  return rows.map(({ personId }) => personId);
}

/** The last moment of the last day on which each of them gave so many likes. */
export async function listDaysOfManyLikes(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
  many: number,
): Promise<{ personId: string; at: Date }[]> {
  const lastAt = max(touchpoints.occurredAt);
  const days = await db
    .select({ personId: identities.personId, day: touchpoints.localDay, lastAt })
    .from(touchpoints)
    .innerJoin(identities, eq(identities.id, touchpoints.identityId))
    .where(
      and(
        eq(touchpoints.workspaceId, workspaceId),
        inArray(identities.personId, [...personIds]),
        eq(touchpoints.type, "like"),
      ),
    )
    .groupBy(identities.personId, touchpoints.localDay)
    .having(gte(sql`count(*)`, many))
    .orderBy(asc(touchpoints.localDay));
  return days.flatMap(({ personId, lastAt: at }) => (at ? [{ personId, at }] : []));
}
