import { and, desc, eq, gte, inArray, isNotNull, isNull, ne, notInArray, or } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { appreciations, isOfTheirOwn, touchpoints } from "../engagement/schema.ts";
import { noPraise } from "../engagement/verdict.ts";
import { identities } from "../people/schema.ts";
import { posts } from "../posts/schema.ts";

/**
 * Returns people's own posts since then, newest first, without contests and without posts that a person
 * judged to be no praise.
 */
export async function listOwnPosts(
  db: Db,
  workspaceId: string,
  { since, limit }: { readonly since: Date; readonly limit: number },
) {
  return db
    .select({ touchpoint: touchpoints, identity: identities })
    .from(touchpoints)
    .innerJoin(identities, eq(identities.id, touchpoints.identityId))
    .where(
      and(
        eq(touchpoints.workspaceId, workspaceId),
        isOfTheirOwn(touchpoints.type),
        gte(touchpoints.occurredAt, since),
        eq(touchpoints.direction, "in"),
        eq(touchpoints.isContest, false),
        isNotNull(touchpoints.accountId),
        or(isNull(touchpoints.verdict), notInArray(touchpoints.verdict, [...noPraise])),
      ),
    )
    .orderBy(desc(touchpoints.occurredAt))
    .limit(limit);
}

/** Returns our posts that answer these touchpoints, in any state but `deleted`. */
export async function listAnswers(
  db: Db,
  workspaceId: string,
  touchpointIds: readonly string[],
): Promise<{ id: string; touchpointId: string | null }[]> {
  if (touchpointIds.length === 0) return [];
  return db
    .select({ id: posts.id, touchpointId: posts.replyToTouchpointId })
    .from(posts)
    .where(
      and(
        eq(posts.workspaceId, workspaceId),
        inArray(posts.replyToTouchpointId, [...touchpointIds]),
        ne(posts.state, "deleted"),
      ),
    );
}

export async function listGiven(db: Db, workspaceId: string, touchpointIds: readonly string[]) {
  if (touchpointIds.length === 0) return [];
  return db
    .select({ touchpointId: appreciations.touchpointId, how: appreciations.how })
    .from(appreciations)
    .where(
      and(
        eq(appreciations.workspaceId, workspaceId),
        inArray(appreciations.touchpointId, [...touchpointIds]),
      ),
    );
}
