import { sql, type SQL } from "drizzle-orm";

import { bulkUpsert } from "../db/bulk-write.ts";
import { bulkPlaceholder, encodeRows } from "../db/bulk.ts";
import { isPostgres } from "../db/dialect.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Tx } from "../db/store.ts";
import { touchpoints } from "../engagement/schema.ts";
import { identities } from "../people/schema.ts";
import type { FigureChanges } from "./figure.ts";
import type { Position } from "./position.ts";
import { figures, journeysDue } from "./schema.ts";

const upsertFigures = bulkUpsert(figures, {
  name: "add",
  set: { count: sql`${figures.count} + excluded.count` },
});

export async function saveFigures(
  tx: Tx,
  workspaceId: string,
  changes: FigureChanges,
): Promise<void> {
  const rows = [...changes.counts]
    .filter(([, { count }]) => count !== 0)
    // Sorted like the index, because neighbouring rows are on the same page.
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, key]) => ({
      id: `${workspaceId}|${name}`,
      workspaceId,
      kind: key.kind,
      period: key.period,
      stageId: key.stageId ?? null,
      toStageId: key.toStageId ?? null,
      accountId: key.accountId ?? null,
      postId: key.postId ?? null,
      detail: key.detail ?? null,
      count: key.count,
    }));
  await upsertFigures(tx, rows);
}

/**
 * Marks the people of these touchpoints as due. Must be called once per transaction with all its touchpoints:
 * it locks people in one order, so that concurrent transactions do not deadlock.
 */
export async function insertDue(
  tx: Tx,
  workspaceId: string,
  entries: readonly {
    readonly identityId: string;
    readonly position: Position;
    readonly isNew: boolean;
  }[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ identityId, position, isNew }) => ({
    identityId,
    position,
    pending: Number(isNew),
  }));
  await hastenOwners(tx).execute({ workspaceId, given_entries: encodeRows(entryColumns, rows) });
}

const entryColumns = {
  identityId: touchpoints.identityId,
  position: journeysDue.since,
  pending: journeysDue.pending,
};

const hastenOwners = cachedStatement((tx: Tx) => {
  const given = bulkPlaceholder("given_entries", entryColumns);
  const { identityId, position, pending } = given.column;
  const workspaceId = isPostgres
    ? sql`${sql.placeholder("workspaceId")}::text`
    : sql`${sql.placeholder("workspaceId")}`;
  return tx
    .insert(journeysDue)
    .select(
      sql`select ${identities.personId}, ${workspaceId}, min(${bytewise(position)}), sum(${pending}), 0, null
        from ${given.table} inner join ${identities} on ${identities.id} = ${identityId}
        where true group by ${identities.personId} order by ${identities.personId}`,
    )
    .onConflictDoUpdate({ target: journeysDue.id, set: sooner })
    .prepare("hasten_owners");
});

export async function insertPeopleDue(
  tx: Tx,
  workspaceId: string,
  people: readonly { readonly personId: string; readonly since: Position }[],
): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map(({ personId, since }) => ({
    id: personId,
    workspaceId,
    since,
    pending: 0,
    failures: 0,
    nextTryAt: null,
  }));
  await upsertDue(tx, rows);
}

const sooner: { since: SQL; pending: SQL } = {
  since: isPostgres
    ? sql`least(${bytewise(sql`${journeysDue.since}`)}, ${bytewise(sql`excluded.since`)})`
    : sql`min(${journeysDue.since}, excluded.since)`,
  pending: sql`${journeysDue.pending} + excluded.pending`,
};

const upsertDue = bulkUpsert(journeysDue, { name: "hasten", set: sooner });

/** Without this collation PostgreSQL would compare by the database's locale. */
function bytewise(text: SQL): SQL {
  return isPostgres ? sql`${text} collate "C"` : text;
}
