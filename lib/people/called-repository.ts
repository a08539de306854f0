import { and, eq, sql } from "drizzle-orm";

import { encodeIds, isAmong } from "../db/bulk.ts";
import { withQuickRows } from "../db/quick-rows.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db } from "../db/store.ts";
import { identities, persons } from "./schema.ts";

/**
 * Returns the names of these identities and of their persons, in no order. Selects few columns because there
 * may be very many identities.
 */
export async function listCalled(db: Db, workspaceId: string, identityIds: readonly string[]) {
  if (identityIds.length === 0) return [];
  return called(db).execute({ workspaceId, ids: encodeIds(identityIds) });
}

export type Called = Awaited<ReturnType<typeof listCalled>>[number];

const called = cachedStatement((db: Db) =>
  withQuickRows(
    db
      .select({
        id: identities.id,
        network: identities.network,
        handle: identities.handle,
        displayName: identities.displayName,
        personId: persons.id,
        personName: persons.displayName,
        lastSeenAt: persons.lastSeenAt,
      })
      .from(identities)
      .innerJoin(persons, eq(persons.id, identities.personId))
      .where(
        and(
          eq(identities.workspaceId, sql.placeholder("workspaceId")),
          isAmong(identities.id, "ids"),
        ),
      )
      .prepare("called"),
  ),
);
