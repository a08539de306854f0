import { and, count, countDistinct, eq, gte } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { beliefs, transitions } from "../journey/schema.ts";

export interface MoveRow {
  readonly fromStageId: string | null;
  readonly toStageId: string | null;
  readonly kind: (typeof transitions.$inferSelect)["kind"];
  readonly moves: number;
}

/** Moves between stages since then, by where from, where to and kind. */
export async function countMoves(db: Db, workspaceId: string, since: Date): Promise<MoveRow[]> {
  return db
    .select({
      fromStageId: transitions.fromStageId,
      toStageId: transitions.toStageId,
      kind: transitions.kind,
      moves: count(),
    })
    .from(transitions)
    .where(movedSince(workspaceId, since))
    .groupBy(transitions.fromStageId, transitions.toStageId, transitions.kind);
}

/** Different people who moved since then. */
export async function countMovers(db: Db, workspaceId: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ people: countDistinct(transitions.personId) })
    .from(transitions)
    .where(movedSince(workspaceId, since));
  return row?.people ?? 0;
}

/** Everybody with a stage: where they are now, and whether they have gone quiet. */
export async function countPeopleNow(db: Db, workspaceId: string) {
  return db
    .select({ stageId: beliefs.primaryStageId, isAway: beliefs.isAway, people: count() })
    .from(beliefs)
    .where(eq(beliefs.workspaceId, workspaceId))
    .groupBy(beliefs.primaryStageId, beliefs.isAway);
}

function movedSince(workspaceId: string, since: Date) {
  return and(eq(transitions.workspaceId, workspaceId), gte(transitions.at, since));
}
