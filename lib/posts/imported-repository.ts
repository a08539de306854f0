import { and, asc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";

import { bulkInsert } from "../db/bulk-write.ts";
import type { Db, Tx } from "../db/store.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { Post } from "./post.ts";
import { posts, postVersions } from "./schema.ts";

const keysPerQuery = 500;

/** Returns which of these keys belong to undeleted posts. */
export async function listKnownKeys(
  db: Db,
  workspaceId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const found: (string | null)[] = [];
  for (const some of batchesOf(keys, keysPerQuery)) {
    const isKnown = and(isThere(workspaceId), inArray(posts.importKey, some));
    const rows = await db.select({ key: posts.importKey }).from(posts).where(isKnown);
    found.push(...rows.map(({ key }) => key));
  }
  return new Set(found.filter((key) => key !== null));
}

/** Returns which of these ids belong to undeleted posts. */
export async function listKnownIds(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const some of batchesOf(ids, keysPerQuery)) {
    const isKnown = and(isThere(workspaceId), inArray(posts.id, some));
    const rows = await db.select({ id: posts.id }).from(posts).where(isKnown);
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

/** Removes these keys from deleted posts, so that they can be imported again. */
export async function freeKeys(
  tx: Tx,
  workspaceId: string,
  keys: readonly string[],
): Promise<void> {
  for (const some of batchesOf(keys, keysPerQuery))
    await tx
      .update(posts)
      .set({ importKey: null })
      .where(
        and(
          eq(posts.workspaceId, workspaceId),
          eq(posts.state, "deleted"),
          inArray(posts.importKey, some),
        ),
      );
}

export const insertPosts = bulkInsert(posts);
export const insertVersions = bulkInsert(postVersions);

/** Locks and returns the undeleted posts of an import until the transaction ends. */
export async function lockImported(tx: Tx, workspaceId: string, importId: string): Promise<Post[]> {
  return tx.forUpdate(
    tx
      .select()
      .from(posts)
      .where(and(isThere(workspaceId), eq(posts.importId, importId)))
      .orderBy(asc(posts.id)),
  );
}

export async function deleteImported(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
  updatedAt: Date,
): Promise<void> {
  for (const some of batchesOf(ids, keysPerQuery))
    await tx
      .update(posts)
      .set({ state: "deleted", importKey: null, updatedAt, version: sql`${posts.version} + 1` })
      .where(and(eq(posts.workspaceId, workspaceId), inArray(posts.id, some)));
}

function isThere(workspaceId: string): SQL | undefined {
  return and(eq(posts.workspaceId, workspaceId), ne(posts.state, "deleted"));
}
