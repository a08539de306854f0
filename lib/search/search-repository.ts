import { and, asc, eq, gt, inArray } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { batchesOf } from "../kernel/batches.ts";
import { identities } from "../people/schema.ts";
import { posts, postVersions } from "../posts/schema.ts";

export type IndexedIdentity = Pick<
  typeof identities.$inferSelect,
  "id" | "workspaceId" | "handle" | "displayName"
>;

const idsPerQuery = 500;

/** What posts say to any account. */
export async function readPosts(db: Db, workspaceId: string, postIds: readonly string[]) {
  const found = [];
  for (const ids of batchesOf(postIds, idsPerQuery)) {
    const rows = await db
      .select({ id: posts.id, parts: posts.parts })
      .from(posts)
      .where(and(eq(posts.workspaceId, workspaceId), inArray(posts.id, ids)));
    const versions = await db
      .select({ postId: postVersions.postId, parts: postVersions.parts })
      .from(postVersions)
      .where(and(eq(postVersions.workspaceId, workspaceId), inArray(postVersions.postId, ids)));
    for (const { id, parts } of rows) {
      const own = versions.filter(({ postId }) => postId === id);
      found.push({ id, parts: [...parts, ...own.flatMap((version) => version.parts ?? [])] });
    }
  }
  return found;
}

/** Of all workspaces, in the order of their ids. */
export async function listIdentitiesPage(db: Db, after: string, limit: number) {
  return db
    .select({
      id: identities.id,
      workspaceId: identities.workspaceId,
      handle: identities.handle,
      displayName: identities.displayName,
    })
    .from(identities)
    .where(gt(identities.id, after))
    .orderBy(asc(identities.id))
    .limit(limit);
}

/** Of all workspaces, in the order of their ids. */
export async function listPostsPage(db: Db, after: string, limit: number) {
  return db
    .select({ id: posts.id, workspaceId: posts.workspaceId })
    .from(posts)
    .where(gt(posts.id, after))
    .orderBy(asc(posts.id))
    .limit(limit);
}
