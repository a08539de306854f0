import { and, desc, eq, gte, isNotNull } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { deliveries } from "../deliveries/schema.ts";

export interface Departure {
  readonly dueAt: Date;
  readonly leftAt: Date;
}

/**
 * Returns due and leaving times of published deliveries planned since then. Only first parts, because later
 * parts wait for earlier ones, and none that were in doubt, because those got a new due time.
 */
export async function listDepartures(
  db: Db,
  workspaceId: string,
  since: Date,
  limit: number,
): Promise<Departure[]> {
  const rows = await db
    .select({ dueAt: deliveries.dueAt, leftAt: deliveries.intentAt })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        gte(deliveries.plannedAt, since),
        eq(deliveries.state, "published"),
        eq(deliveries.part, 1),
        eq(deliveries.ambiguousSends, 0),
        isNotNull(deliveries.intentAt),
      ),
    )
    .orderBy(desc(deliveries.plannedAt))
    .limit(limit);
  return rows.flatMap(({ dueAt, leftAt }) => (leftAt ? [{ dueAt, leftAt }] : []));
}
