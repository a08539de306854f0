import { and, asc, eq, isNotNull } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { beliefs } from "../journey/schema.ts";

/** Returns the ids of people with an open complaint, the longest open first. */
export async function listPeopleWithCase(
  db: Db,
  workspaceId: string,
  most: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: beliefs.id })
    .from(beliefs)
    .where(and(eq(beliefs.workspaceId, workspaceId), isNotNull(beliefs.openCaseAt)))
    .orderBy(asc(beliefs.openCaseAt), asc(beliefs.id))
    .limit(most);
  return rows.map(({ id }) => id);
}
