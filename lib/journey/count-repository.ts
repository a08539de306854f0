import { and, count, eq } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { beliefs } from "./schema.ts";

export async function countByStage(db: Db, workspaceId: string) {
  return db
    .select({ stageId: beliefs.primaryStageId, people: count() })
    .from(beliefs)
    .where(and(eq(beliefs.workspaceId, workspaceId), eq(beliefs.isAway, false)))
    .groupBy(beliefs.primaryStageId);
}
