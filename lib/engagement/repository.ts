import { and, eq, exists, getTableColumns, gte, inArray, sql } from "drizzle-orm";

import { bulkRows } from "../db/bulk.ts";
import type { Db, Tx } from "../db/store.ts";
import { deliveries } from "../deliveries/schema.ts";
import { batchesOf } from "../kernel/batches.ts";
import { NotFound } from "../kernel/errors.ts";
import { touchpoints } from "./schema.ts";
import type { Touchpoint } from "./touchpoint.ts";

const rowsPerQuery = 100;

/** Returns those that were new, in the order given. What is known already stays as it is. */
export async function insertNewTouchpoints(
  tx: Tx,
  rows: readonly Touchpoint[],
): Promise<Touchpoint[]> {
  const added = new Set<string>();
  const columns = getTableColumns(touchpoints);
  for (const batch of batchesOf(rows, rowsPerQuery)) {
    const given = bulkRows("given_rows", columns, batch);
    const values = sql.join(Object.values(given.column), sql`, `);
    const inserted = await tx
      .insert(touchpoints)
      // SQLite takes the conflict for a join's where nothing stands between.
      .select(sql`select ${values} from ${given.table} where true`)
      .onConflictDoNothing()
      .returning({ id: touchpoints.id });
    for (const { id } of inserted) added.add(id);
  }
  return rows.filter((row) => added.has(row.id));
}

export async function findTouchpoint(db: Db, workspaceId: string, id: string): Promise<Touchpoint> {
  const [touchpoint] = await db
    .select()
    .from(touchpoints)
    .where(and(eq(touchpoints.workspaceId, workspaceId), eq(touchpoints.id, id)));
  if (!touchpoint) throw new NotFound("touchpoint", id);
  return touchpoint;
}

/** Which of these remote ids are known on the channel. */
export async function listKnownRemoteIds(
  db: Db,
  workspaceId: string,
  channel: string,
  remoteIds: readonly string[],
): Promise<Set<string>> {
  const known = new Set<string>();
  for (const batch of batchesOf(remoteIds, rowsPerQuery)) {
    const rows = await db
      .select({ remoteId: touchpoints.remoteId })
      .from(touchpoints)
      .where(
        and(
          eq(touchpoints.workspaceId, workspaceId),
          eq(touchpoints.channel, channel),
          inArray(touchpoints.remoteId, batch),
        ),
      );
    for (const { remoteId } of rows) known.add(remoteId);
  }
  return known;
}

/** Our published parts by the network's id for them: what a reaction is about. */
export async function listAnswered(
  db: Db,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
  remoteIds: readonly string[],
): Promise<Map<string, { deliveryId: string; postId: string }>> {
  if (remoteIds.length === 0) return new Map();
  const rows = await db
    .select({ remoteId: deliveries.remoteId, deliveryId: deliveries.id, postId: deliveries.postId })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.accountId, accountId),
        inArray(deliveries.remoteId, [...remoteIds]),
      ),
    );
  return new Map(rows.map(({ remoteId, ...answered }) => [remoteId ?? "", answered]));
}

/** Which of these words are known as a chain's lately: one look for each, however often they were said. */
export async function listChains(
  db: Db,
  workspaceId: string,
  digests: readonly string[],
  since: Date,
): Promise<string[]> {
  if (digests.length === 0) return [];
  const given = bulkRows(
    "given_texts",
    { digest: touchpoints.textDigest },
    digests.map((digest) => ({ digest })),
  );
  const same = and(
    eq(touchpoints.textDigest, given.column.digest),
    eq(touchpoints.workspaceId, workspaceId),
    eq(touchpoints.isContest, true),
    gte(touchpoints.occurredAt, since),
  );
  const rows = await db
    .select({ digest: sql<string>`${given.column.digest}` })
    .from(given.table)
    .where(exists(db.select({ id: touchpoints.id }).from(touchpoints).where(same)));
  return rows.map(({ digest }) => digest);
}

/** Who wrote exactly these words lately, of those that no chain is known of. */
export async function listSameWords(
  db: Db,
  workspaceId: string,
  digests: readonly string[],
  since: Date,
): Promise<{ digest: string | null; identityId: string }[]> {
  if (digests.length === 0) return [];
  return db
    .selectDistinct({ digest: touchpoints.textDigest, identityId: touchpoints.identityId })
    .from(touchpoints)
    .where(isSaidSince(workspaceId, digests, since));
}

/** A text that a third person repeats was a chain all along: the first two count as that too. Returns what changed. */
export async function markAsContest(
  tx: Tx,
  workspaceId: string,
  digests: readonly string[],
  since: Date,
) {
  if (digests.length === 0) return [];
  return tx
    .update(touchpoints)
    .set({ isContest: true })
    .where(isSaidSince(workspaceId, digests, since))
    .returning({
      identityId: touchpoints.identityId,
      occurredAt: touchpoints.occurredAt,
      remoteId: touchpoints.remoteId,
      channel: touchpoints.channel,
    });
}

function isSaidSince(workspaceId: string, digests: readonly string[], since: Date) {
  return and(
    inArray(touchpoints.textDigest, [...digests]),
    eq(touchpoints.isContest, false),
    gte(touchpoints.occurredAt, since),
    eq(touchpoints.workspaceId, workspaceId),
  );
}

export async function saveVerdict(
  tx: Tx,
  workspaceId: string,
  id: string,
  verdict: NonNullable<Touchpoint["verdict"]>,
): Promise<void> {
  await tx
    .update(touchpoints)
    .set({ verdict })
    .where(and(eq(touchpoints.workspaceId, workspaceId), eq(touchpoints.id, id)));
}
