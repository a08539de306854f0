import { and, count, eq } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { isChosen, transitions } from "../journey/schema.ts";
import { posts, recurrences } from "../posts/schema.ts";

/** Moves posts, recurrences and choices by hand from one stage to another. */
export async function moveToStages(
  tx: Tx,
  workspaceId: string,
  from: string,
  to: string,
): Promise<void> {
  await tx
    .update(posts)
    .set({ stageId: to })
    .where(and(eq(posts.workspaceId, workspaceId), eq(posts.stageId, from)));
  await tx
    .update(recurrences)
    .set({ stageId: to })
    .where(and(eq(recurrences.workspaceId, workspaceId), eq(recurrences.stageId, from)));
  await tx
    .update(transitions)
    .set({ toStageId: to })
    .where(
      and(
        eq(transitions.workspaceId, workspaceId),
        isChosen(transitions.isManual),
        eq(transitions.toStageId, from),
      ),
    );
}

/** Returns the number of posts by stage id; empty key for posts without a stage. */
export async function countPosts(db: Db, workspaceId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ stageId: posts.stageId, posts: count() })
    .from(posts)
    .where(eq(posts.workspaceId, workspaceId))
    .groupBy(posts.stageId);
  return new Map(rows.map((row) => [row.stageId ?? "", row.posts]));
}
