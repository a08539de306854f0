import { and, eq, gt, lt } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { posts, postVersions } from "./schema.ts";

export interface OccupiedPlace {
  readonly accountId: string;
  readonly at: Date;
  readonly postId: string;
}

/** Returns scheduled posts with `from < at < until`, one row per account. */
export async function listOccupied(
  db: Db,
  workspaceId: string,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<OccupiedPlace[]> {
  const rows = await db
    .select({ accountId: postVersions.accountId, at: posts.publishAt, postId: posts.id })
    .from(posts)
    .innerJoin(postVersions, eq(postVersions.postId, posts.id))
    .where(
      and(
        eq(posts.workspaceId, workspaceId),
        eq(posts.state, "scheduled"),
        gt(posts.publishAt, from),
        lt(posts.publishAt, until),
      ),
    );
  return rows.flatMap(({ at, ...row }) => (at ? [{ ...row, at }] : []));
}
