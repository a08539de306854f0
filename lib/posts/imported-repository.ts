import { and, asc, eq, inArray, ne, or, sql } from "drizzle-orm";

import { bulkInsert } from "../db/bulk-write.ts";
import type { Db, Tx } from "../db/store.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { Post } from "./post.ts";
import { posts, postVersions } from "./schema.ts";

const keysPerQuery = 500;

/** Which of these a list need not bring: a post that is not deleted has that key, or is called that. */
export async function listKnownKeys(
  db: Db,
  workspaceId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const known = new Set<string>();
  for (const some of batchesOf(keys, keysPerQuery)) {
    const rows = await db
      .select({ id: posts.id, key: posts.importKey })
      .from(posts)
      .where(
        and(
          eq(posts.workspaceId, workspaceId),
          ne(posts.state, "deleted"),
          or(inArray(posts.importKey, some), inArray(posts.id, some)),
        ),
      );
    for (const { id, key } of rows) known.add(id).add(key ?? id);
  }
  return known;
}

/** A deleted post leaves its key to one that is imported again. */
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

/** What an import brought and is still there; nobody else changes it until the transaction ends. */
export async function lockImported(tx: Tx, workspaceId: string, importId: string): Promise<Post[]> {
  return tx.forUpdate(
    tx
      .select()
      .from(posts)
      .where(
        and(
          eq(posts.workspaceId, workspaceId),
          eq(posts.importId, importId),
          ne(posts.state, "deleted"),
        ),
      )
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
