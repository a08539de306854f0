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

/** Returns moves since a UTC day by stage left, stage entered and kind. */
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
  // For moves, `detail` is their kind.
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as MoveRow["kind"] }));
}

/** Returns the number of distinct people who moved between stages since a UTC day. */
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

/** Returns the number of people by stage, and whether they are away or deciding. */
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
