import { and, asc, eq, gte, inArray, lt, ne } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import type { Db } from "../db/store.ts";
import { shownState } from "../deliveries/post-status.ts";
import { deliveries } from "../deliveries/schema.ts";
import { posts } from "../posts/schema.ts";

/** Returns scheduled posts of a period, including published ones. */
export async function listPlanned(db: Db, workspaceId: string, from: Date, until: Date) {
  return db
    .select({
      id: posts.id,
      stageId: posts.stageId,
      parts: posts.parts,
      publishAt: posts.publishAt,
      localDay: posts.localDay,
    })
    .from(posts)
    .where(
      and(
        eq(posts.workspaceId, workspaceId),
        eq(posts.state, "scheduled"),
        gte(posts.publishAt, from),
        lt(posts.publishAt, until),
      ),
    )
    .orderBy(asc(posts.publishAt), asc(posts.id));
}

/** Returns the deliveries of these posts with their accounts' handles, without cancelled ones. */
export async function listDeliveriesOf(db: Db, workspaceId: string, postIds: readonly string[]) {
  if (postIds.length === 0) return [];
  const rows = await db
    .select({
      id: deliveries.id,
      postId: deliveries.postId,
      part: deliveries.part,
      state: deliveries.state,
      removedAt: deliveries.removedAt,
      network: deliveries.network,
      accountId: deliveries.accountId,
      handle: accounts.handle,
      url: deliveries.url,
    })
    .from(deliveries)
    .innerJoin(accounts, eq(accounts.id, deliveries.accountId))
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        inArray(deliveries.postId, [...postIds]),
        ne(deliveries.state, "cancelled"),
      ),
    )
    .orderBy(asc(deliveries.part));
  return rows.map(({ removedAt, ...row }) => ({
    ...row,
    state: shownState({ ...row, removedAt }),
  }));
}
