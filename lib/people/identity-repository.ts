import { and, asc, desc, eq, inArray, or, sql } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import type { Identity } from "./person.ts";
import { erasures, identities, persons } from "./schema.ts";

/** Held until the transaction ends, so that nobody is erased while something is being written of them. */
export async function lockIdentities(
  tx: Tx,
  workspaceId: string,
  network: string,
  remoteIds: readonly string[],
): Promise<Identity[]> {
  if (remoteIds.length === 0) return [];
  return tx.forUpdate(
    tx
      .select()
      .from(identities)
      .where(
        and(
          eq(identities.workspaceId, workspaceId),
          eq(identities.network, network),
          inArray(identities.remoteId, [...remoteIds]),
        ),
      )
      .orderBy(asc(identities.remoteId)),
  );
}

/** `handles` in lower case. */
export async function listIdentitiesWithHandles(
  db: Db,
  workspaceId: string,
  network: string,
  handles: readonly string[],
): Promise<Identity[]> {
  return db
    .select()
    .from(identities)
    .where(
      and(
        eq(identities.workspaceId, workspaceId),
        eq(identities.network, network),
        inArray(sql`lower(${identities.handle})`, [...handles]),
      ),
    );
}

/** Whose handle, or a word of whose name, begins so. Whoever was about most recently comes first. */
export async function listIdentitiesCalled(
  db: Db,
  workspaceId: string,
  wanted: { search: string; networks: readonly string[]; limit: number },
): Promise<Identity[]> {
  if (wanted.networks.length === 0) return [];
  const rows = await db
    .select({ identity: identities })
    .from(identities)
    .innerJoin(persons, eq(persons.id, identities.personId))
    .where(
      and(
        eq(identities.workspaceId, workspaceId),
        inArray(identities.network, [...wanted.networks]),
        beginsWith(wanted.search),
      ),
    )
    .orderBy(desc(persons.lastSeenAt), asc(identities.id))
    .limit(wanted.limit);
  return rows.map(({ identity }) => identity);
}

function beginsWith(search: string) {
  const begin = `${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const name = sql`lower(${identities.displayName})`;
  return or(
    sql`lower(${identities.handle}) like ${begin} escape '\\'`,
    sql`${name} like ${begin} escape '\\'`,
    sql`${name} like ${`% ${begin}`} escape '\\'`,
  );
}

/** Returns those that were new; another collector may have been a moment earlier. */
export async function insertNewIdentities(tx: Tx, rows: readonly Identity[]): Promise<Identity[]> {
  if (rows.length === 0) return [];
  return tx
    .insert(identities)
    .values([...rows])
    .onConflictDoNothing()
    .returning();
}

export async function saveIdentity(tx: Tx, identity: Identity): Promise<void> {
  await tx
    .update(identities)
    .set(identity)
    .where(and(eq(identities.workspaceId, identity.workspaceId), eq(identities.id, identity.id)));
}

export async function hasErasures(db: Db, workspaceId: string): Promise<boolean> {
  const found = await db
    .select({ id: erasures.id })
    .from(erasures)
    .where(eq(erasures.workspaceId, workspaceId))
    .limit(1);
  return found.length > 0;
}

/** When each of these fingerprints was erased, if it was. */
export async function listErasures(
  db: Db,
  workspaceId: string,
  fingerprints: readonly string[],
): Promise<Map<string, Date>> {
  if (fingerprints.length === 0) return new Map();
  const rows = await db
    .select()
    .from(erasures)
    .where(and(eq(erasures.workspaceId, workspaceId), inArray(erasures.id, [...fingerprints])));
  return new Map(rows.map((row) => [row.id, row.at]));
}
