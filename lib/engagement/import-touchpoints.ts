import type { Db, Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { textSource, type TableRefusal } from "../lists/open-table.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { modalityOf } from "./channel.ts";
import { findImportedPeople, type ImportedPeople } from "./find-imported-people.ts";
import { importLimits } from "./import-columns.ts";
import { isProblem, type ImportRow, type RowProblem } from "./import-row.ts";
import type { ImportInput } from "./input.ts";
import { openList, type OpenedList } from "./read-list.ts";
import { recordTouchpoints } from "./record-page.ts";
import { listKnownRemoteIds } from "./repository.ts";
import { readText } from "./text-signals/text-signals.ts";
import { touchpointRow } from "./touchpoint-row.ts";
import type { Touchpoint } from "./touchpoint.ts";

export interface ImportReport {
  readonly isPreview: boolean;
  readonly rowCount: number;
  /** Rows that were added, or would be in a preview. */
  readonly newCount: number;
  /**
   * Rows that were stored before or occur twice; in an import also rows from before their person was erased.
   */
  readonly knownCount: number;
  readonly problems: readonly RowProblem[];
  /** The first valid rows, as they were understood. */
  readonly sample: readonly Pick<ImportRow, "row" | "name" | "type" | "channel" | "at" | "text">[];
}

const shownRows = 8;

/**
 * Imports touchpoints from a list with a header row, separated by comma, semicolon, tab or bar. A preview
 * reports what is wrong with each row; an import stores all rows or none. Importing a list again adds
 * nothing.
 */
export async function importTouchpoints(
  ctx: Context,
  { csv, isPreview, dayOrder }: ImportInput,
): Promise<Result<ImportReport, TableRefusal | "csv-too-large" | "csv-rows-wrong">> {
  requireRole(ctx, "editor");
  if (Buffer.byteLength(csv) > importLimits.bytes)
    return refused("csv-too-large", { megabytes: 2 });
  const list = await openList(ctx, textSource(csv), { dayOrder, maxRows: importLimits.rows });
  if ("ok" in list) return list;
  const { rows, problems } = await readWhole(list);
  if (problems.length > 0 && !isPreview)
    return refused("csv-rows-wrong", { count: problems.length, row: problems[0]?.row ?? 0 });

  const newCount = isPreview
    ? await countNew(ctx, rows)
    : await ctx.transact((tx) => storeRows(tx, ctx, list.timeZone, rows));
  return ok({
    isPreview,
    rowCount: list.rowCount,
    newCount,
    knownCount: list.rowCount - problems.length - newCount,
    problems,
    sample: rows.slice(0, shownRows),
  });
}

async function readWhole({ read }: OpenedList) {
  const problems: RowProblem[] = [];
  const rows: ImportRow[] = [];
  for await (const row of read())
    if (isProblem(row)) problems.push(row);
    else rows.push(row);
  return { rows, problems };
}

async function countNew(ctx: Context, rows: readonly ImportRow[]): Promise<number> {
  return (await listNew(ctx.db, ctx, rows)).length;
}

/** Returns the rows that are not stored yet, each once. */
async function listNew(
  db: Db,
  ctx: Context,
  rows: readonly ImportRow[],
): Promise<readonly ImportRow[]> {
  const known = new Set<string>();
  for (const channel of new Set(rows.map((row) => row.channel))) {
    const there = rows.filter((row) => row.channel === channel);
    const ids = new Set(there.flatMap(({ remoteId, formerId }) => [remoteId, formerId]));
    for (const id of await listKnownRemoteIds(db, ctx.workspaceId, channel, [...ids]))
      known.add(`${channel} ${id}`);
  }
  const fresh = rows.filter(
    ({ channel, remoteId, formerId, note }) =>
      !known.has(`${channel} ${remoteId}`) && !(note && known.has(`${channel} ${formerId}`)),
  );
  return [...new Map(fresh.map((row) => [`${row.channel} ${row.remoteId}`, row])).values()];
}

/**
 * Stores the new rows. People are found or created for new rows only: known rows, of an export for example,
 * say less about them than is stored.
 */
export async function storeRows(
  tx: Tx,
  ctx: Context,
  timeZone: string,
  rows: readonly ImportRow[],
): Promise<number> {
  const fresh = await listNew(tx, ctx, rows);
  const met = await findImportedPeople(tx, ctx, fresh);
  const touchpoints = fresh.flatMap((row) => touchpointOf(ctx, timeZone, row, met));
  const added = await recordTouchpoints(tx, ctx, "csv", touchpoints);
  return added.length;
}

function touchpointOf(
  ctx: Context,
  timeZone: string,
  row: ImportRow,
  met: ImportedPeople,
): Touchpoint[] {
  const identityId = met.get(row);
  if (identityId === undefined) return [];
  const { type, channel, at, remoteId, text, stars, note, isAnswerToOther } = row;
  const modality = modalityOf(channel);
  const what = { type, channel, modality, occurredAt: at, remoteId, isAnswerToOther };
  const told = { ...what, identityId, text, stars, note };
  const signals = text ? readText(text) : undefined;
  return [touchpointRow(ctx, timeZone, { ...told, source: "csv" }, signals)];
}
