import { and, eq, gt } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { figures } from "../projections/schema.ts";

export async function countByStage(db: Db, workspaceId: string) {
  return db
    .select({ stageId: figures.stageId, people: figures.count })
    .from(figures)
    .where(
      and(
        eq(figures.workspaceId, workspaceId),
        eq(figures.kind, "now"),
        eq(figures.detail, "here"),
        gt(figures.count, 0),
      ),
    );
}
