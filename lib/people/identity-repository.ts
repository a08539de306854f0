import { and, asc, eq, inArray, sql } from "drizzle-orm";

import { bulkInsertNew } from "../db/bulk-write.ts";
import { encodeIds, isAmong } from "../db/bulk.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db, Tx } from "../db/store.ts";
import { indexIdentities } from "../search/index-rows.ts";
import { deleteIdentityKeys, saveIdentityKeys } from "./identity-key-repository.ts";
import type { Identity } from "./person.ts";
import { erasures, identities } from "./schema.ts";

/**
 * Locks and returns identities until the transaction ends, so that nobody is erased while something is
 * written about them.
 */
export async function lockIdentities(
  tx: Tx,
  workspaceId: string,
  network: string,
  remoteIds: readonly string[],
): Promise<Identity[]> {
  if (remoteIds.length === 0) return [];
  return lockedIdentities(tx).execute({
    workspaceId,
    network,
    remoteIds: encodeIds(remoteIds),
  });
}

const lockedIdentities = cachedStatement((tx: Tx) =>
  tx
    .forUpdate(
      tx
        .select()
        .from(identities)
        .where(
          and(
            eq(identities.workspaceId, sql.placeholder("workspaceId")),
            eq(identities.network, sql.placeholder("network")),
            isAmong(identities.remoteId, "remoteIds"),
          ),
        )
        .orderBy(asc(identities.remoteId)),
    )
    .prepare("lock_identities"),
);

/** `handles` must be in lower case. */
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

export async function listIdentitiesById(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Identity[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(identities)
    .where(and(eq(identities.workspaceId, workspaceId), inArray(identities.id, [...ids])));
}

/** Inserts identities and returns the new ones; others may have been inserted by a concurrent collector. */
export async function insertNewIdentities(tx: Tx, rows: readonly Identity[]): Promise<Identity[]> {
  const added = await insertNew(tx, rows);
  await indexIdentities(tx, added);
  await saveIdentityKeys(tx, added);
  return added;
}

const insertNew = bulkInsertNew(identities);

export async function saveIdentity(tx: Tx, identity: Identity): Promise<void> {
  await tx
    .update(identities)
    .set(identity)
    .where(and(eq(identities.workspaceId, identity.workspaceId), eq(identities.id, identity.id)));
  await indexIdentities(tx, [identity]);
  await deleteIdentityKeys(tx, [identity.id]);
  await saveIdentityKeys(tx, [identity]);
}

export async function hasErasures(db: Db, workspaceId: string): Promise<boolean> {
  const found = await anyErasure(db).execute({ workspaceId });
  return found.length > 0;
}

const anyErasure = cachedStatement((db) =>
  db
    .select({ id: erasures.id })
    .from(erasures)
    .where(eq(erasures.workspaceId, sql.placeholder("workspaceId")))
    .limit(1)
    .prepare("any_erasure"),
);

/** Returns when these fingerprints were erased; absent if they were not. */
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
