import { and, asc, eq, gte, inArray, lt, ne } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import type { Db } from "../db/store.ts";
import { shownState } from "../deliveries/post-status.ts";
import { deliveries } from "../deliveries/schema.ts";
import { posts } from "../posts/schema.ts";

/** Scheduled posts of a period with the first words of each. */
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

/** How the deliveries of these posts fare, with the account that each is for. */
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
