import { and, eq, inArray, ne } from "drizzle-orm";

import { moments } from "../advocacy/schema.ts";
import type { Db } from "../db/store.ts";
import { figures, journeyStates } from "../projections/schema.ts";

export async function listStoredStates(db: Db, personIds: readonly string[]) {
  return db
    .select()
    .from(journeyStates)
    .where(inArray(journeyStates.id, [...personIds]));
}

/** Returns the ids of moments by person id. */
export async function listStoredMoments(
  db: Db,
  personIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ id: moments.id, personId: moments.personId })
    .from(moments)
    .where(inArray(moments.personId, [...personIds]));
  const byPerson = new Map<string, string[]>();
  for (const { id, personId } of rows)
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), id]);
  return byPerson;
}

export async function listFigures(db: Db, workspaceId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: figures.id, count: figures.count })
    .from(figures)
    .where(and(eq(figures.workspaceId, workspaceId), ne(figures.count, 0)));
  return new Map(rows.map(({ id, count }) => [id, count]));
}
