import { and, asc, count, eq, exists, gt, inArray, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { bulkUpsert } from "../db/bulk-write.ts";
import { isPostgres } from "../db/dialect.ts";
import type { Db, Tx } from "../db/store.ts";
import { batchesOf } from "../kernel/batches.ts";
import { sealedKeysOf, type KeyedIdentity } from "./identity-keys.ts";
import { identities, identityKeys } from "./schema.ts";

const idsPerQuery = 300;
const upsertKeys = bulkUpsert(identityKeys);

/** Saves the keys of identities. Marks keys that several identities have as shared, on all of them. */
export async function saveIdentityKeys(tx: Tx, rows: readonly KeyedIdentity[]): Promise<void> {
  const keyed = rows.flatMap((row) =>
    sealedKeysOf(row).map((key) => ({
      id: `${row.id}/${key}`,
      workspaceId: row.workspaceId,
      identityId: row.id,
      key,
      isShared: false,
    })),
  );
  await upsertKeys(tx, keyed);
  for (const workspaceId of new Set(keyed.map((one) => one.workspaceId))) {
    const keys = keyed.filter((one) => one.workspaceId === workspaceId).map(({ key }) => key);
    for (const some of batchesOf([...new Set(keys)].toSorted(), idsPerQuery))
      await markShared(tx, workspaceId, some);
  }
}

/** An alias, because SQLite allows a table only once in an update. */
const others = alias(identityKeys, "others");

async function markShared(tx: Tx, workspaceId: string, keys: readonly string[]): Promise<void> {
  const another = tx
    .select({ one: sql`1` })
    .from(others)
    .where(
      and(
        eq(others.workspaceId, identityKeys.workspaceId),
        eq(others.key, identityKeys.key),
        ne(others.identityId, identityKeys.identityId),
      ),
    );
  await tx
    .update(identityKeys)
    .set({ isShared: true })
    .where(
      and(
        eq(identityKeys.workspaceId, workspaceId),
        eq(identityKeys.isShared, false),
        inArray(identityKeys.key, [...keys]),
        exists(another),
      ),
    );
}

export async function deleteIdentityKeys(tx: Tx, identityIds: readonly string[]): Promise<void> {
  for (const ids of batchesOf(identityIds, idsPerQuery))
    await tx.delete(identityKeys).where(inArray(identityKeys.identityId, ids));
}

/** A key with more holders is a coincidence, such as a common name. */
const holdersAtMost = 8;

/** Returns which of these keys are held by several identities, but not by too many. */
export async function listTellingKeys(
  db: Db,
  workspaceId: string,
  keys: readonly string[],
): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .select({ key: identityKeys.key, holders: count() })
    .from(identityKeys)
    .where(and(eq(identityKeys.workspaceId, workspaceId), inArray(identityKeys.key, [...keys])))
    .groupBy(identityKeys.key);
  return rows.flatMap(({ key, holders }) => (holders > 1 && holders <= holdersAtMost ? [key] : []));
}

/** Returns a page of the keys that several identities share, in order. */
export async function listSharedKeys(
  db: Db,
  workspaceId: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const key = sql<string>`${identityKeys.key}${isPostgres ? sql` collate "C"` : sql``}`;
  const rows = await db
    .selectDistinct({ key })
    .from(identityKeys)
    .where(
      and(
        eq(identityKeys.workspaceId, workspaceId),
        eq(identityKeys.isShared, true),
        gt(key, after),
      ),
    )
    .orderBy(asc(key))
    .limit(limit);
  return rows.map((row) => row.key);
}

/** Returns the holders of these keys. */
export async function listHolders(db: Db, workspaceId: string, keys: readonly string[]) {
  if (keys.length === 0) return [];
  return db
    .select({ key: identityKeys.key, personId: identities.personId })
    .from(identityKeys)
    .innerJoin(identities, eq(identities.id, identityKeys.identityId))
    .where(and(eq(identityKeys.workspaceId, workspaceId), inArray(identityKeys.key, [...keys])));
}

/** Returns a page of the identities of all workspaces, ordered by id. */
export async function listIdentitiesPage(db: Db, after: string, limit: number) {
  return db
    .select()
    .from(identities)
    .where(gt(identities.id, after))
    .orderBy(asc(identities.id))
    .limit(limit);
}
