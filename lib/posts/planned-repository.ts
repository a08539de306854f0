import { and, asc, eq, gte, sql } from "drizzle-orm";

import { bulkRows } from "../db/bulk.ts";
import type { Tx } from "../db/store.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { Post } from "./post.ts";
import { posts } from "./schema.ts";

/** Locks and returns the posts scheduled for `from` or later until the transaction ends. */
export async function lockPlanned(tx: Tx, workspaceId: string, from: Date): Promise<Post[]> {
  return tx.forUpdate(
    tx
      .select()
      .from(posts)
      .where(
        and(
          eq(posts.workspaceId, workspaceId),
          eq(posts.state, "scheduled"),
          gte(posts.publishAt, from),
        ),
      )
      .orderBy(asc(posts.id)),
  );
}

export type Replanned = Pick<
  Post,
  "id" | "workspaceId" | "publishAt" | "timeZone" | "localDay" | "updatedAt"
>;

const rowsPerStatement = 1_000;

/** Updates the times of many posts, 1,000 per statement. */
export async function updatePlanned(tx: Tx, changes: readonly Replanned[]): Promise<void> {
  const { id, workspaceId, publishAt, timeZone, localDay, updatedAt } = posts;
  const columns = { id, workspaceId, publishAt, timeZone, localDay, updatedAt };
  for (const batch of batchesOf(changes, rowsPerStatement)) {
    const { table, column } = bulkRows("replanned", columns, batch);
    await tx
      .update(posts)
      .set({
        publishAt: column.publishAt,
        timeZone: column.timeZone,
        localDay: column.localDay,
        updatedAt: column.updatedAt,
        version: sql`${posts.version} + 1`,
      })
      .from(table)
      .where(and(eq(id, column.id), eq(workspaceId, column.workspaceId)));
  }
}
