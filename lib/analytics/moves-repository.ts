import { and, eq, gte, sql } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import type { transitions } from "../journey/schema.ts";
import { figures } from "../projections/schema.ts";

export interface MoveRow {
  readonly fromStageId: string | null;
  readonly toStageId: string | null;
  readonly kind: (typeof transitions.$inferSelect)["kind"];
  readonly moves: number;
}

const counted = sql<number>`sum(${figures.count})`.mapWith(Number);

/** Moves between stages since a day, by where from, where to and kind. */
export async function countMoves(db: Db, workspaceId: string, since: string): Promise<MoveRow[]> {
  const rows = await db
    .select({
      fromStageId: figures.stageId,
      toStageId: figures.toStageId,
      kind: figures.detail,
      moves: counted,
    })
    .from(figures)
    .where(
      and(
        eq(figures.workspaceId, workspaceId),
        eq(figures.kind, "moves"),
        gte(figures.period, since),
      ),
    )
    .groupBy(figures.stageId, figures.toStageId, figures.detail)
    .having(sql`sum(${figures.count}) > 0`);
  // Of moves it is their kind that was counted by.
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as MoveRow["kind"] }));
}

/** Different people who moved from one stage to another since a day. */
export async function countMovers(db: Db, workspaceId: string, since: string): Promise<number> {
  const [row] = await db
    .select({ people: counted })
    .from(figures)
    .where(
      and(
        eq(figures.workspaceId, workspaceId),
        eq(figures.kind, "last-move"),
        gte(figures.period, since),
      ),
    );
  return row?.people ?? 0;
}

/** Everybody with a stage: where they are now, and whether they have gone quiet. */
export async function countPeopleNow(db: Db, workspaceId: string) {
  const rows = await db
    .select({ stageId: figures.stageId, detail: figures.detail, people: figures.count })
    .from(figures)
    .where(and(eq(figures.workspaceId, workspaceId), eq(figures.kind, "now")));
  return rows.map(({ detail, ...row }) => ({
    ...row,
    isAway: detail === "away",
    isDeciding: detail === "deciding",
  }));
}
