import { and, eq } from "drizzle-orm";

import type { Tx } from "../db/store.ts";
import { transitions } from "../journey/schema.ts";
import { posts } from "../posts/schema.ts";

/** Posts of one stage, and choices of it by hand, are another's from now on. */
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
    .update(transitions)
    .set({ toStageId: to })
    .where(
      and(
        eq(transitions.workspaceId, workspaceId),
        eq(transitions.isManual, true),
        eq(transitions.toStageId, from),
      ),
    );
}
