import type { Tx } from "../db/store.ts";
import { locales } from "../i18n/locale.ts";
import { translatorFor } from "../i18n/translator.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { modalityOf, ownChannels } from "./channel.ts";
import { meetPeople, type MetPeople } from "./import-people.ts";
import { isProblem, readRow, type ImportRow, type RowProblem } from "./import-row.ts";
import { readTable, type TableRefusal } from "./import-table.ts";
import type { ImportInput } from "./input.ts";
import { recordTouchpointEvents } from "./record-page.ts";
import { insertNewTouchpoints, listKnownRemoteIds } from "./repository.ts";
import { readText } from "./text-signals/text-signals.ts";
import { touchpointRow } from "./touchpoint-row.ts";
import { touchpointTypes, type Touchpoint } from "./touchpoint.ts";

export interface ImportReport {
  readonly isPreview: boolean;
  readonly rowCount: number;
  /** Added, or what would be. */
  readonly newCount: number;
  /** In the product already, or twice in the list. */
  readonly knownCount: number;
  readonly problems: readonly RowProblem[];
  /** The first rows as they were understood. */
  readonly sample: readonly Pick<ImportRow, "row" | "name" | "type" | "channel" | "at" | "text">[];
}

const shownRows = 8;

/**
 * Touchpoints from a list (comma or semicolon, with a head). A preview tells of every row what is
 * wrong with it; an import stores all rows or none. The same list again adds nothing.
 */
export async function importTouchpoints(
  ctx: Context,
  { csv, isPreview }: ImportInput,
): Promise<Result<ImportReport, TableRefusal | "csv-rows-wrong">> {
  requireRole(ctx, "editor");
  const table = readTable(csv);
  if ("ok" in table) return table;
  const { timeZone } = await showWorkspace(ctx);
  const reader = {
    timeZone,
    now: ctx.clock.now(),
    typeNames: namesOf("types", touchpointTypes),
    channelNames: namesOf("channels", ownChannels),
  };
  const read = table.map((row) => readRow(row, reader));
  const problems = read.filter(isProblem);
  const rows = onceEach(read.filter((row): row is ImportRow => !isProblem(row)));
  if (problems.length > 0 && !isPreview)
    return refused("csv-rows-wrong", { count: problems.length, row: problems[0]?.row ?? 0 });

  const newCount = isPreview
    ? await countNew(ctx, rows)
    : await ctx.transact((tx) => store(tx, ctx, timeZone, rows));
  return ok({
    isPreview,
    rowCount: table.length,
    newCount,
    knownCount: table.length - problems.length - newCount,
    problems,
    sample: rows.slice(0, shownRows),
  });
}

function onceEach(rows: readonly ImportRow[]): ImportRow[] {
  return [...new Map(rows.map((row) => [`${row.channel} ${row.remoteId}`, row])).values()];
}

async function countNew(ctx: Context, rows: readonly ImportRow[]): Promise<number> {
  let known = 0;
  for (const channel of new Set(rows.map((row) => row.channel))) {
    const remoteIds = rows.filter((row) => row.channel === channel).map((row) => row.remoteId);
    known += (await listKnownRemoteIds(ctx.db, ctx.workspaceId, channel, remoteIds)).size;
  }
  return rows.length - known;
}

async function store(
  tx: Tx,
  ctx: Context,
  timeZone: string,
  rows: readonly ImportRow[],
): Promise<number> {
  const met = await meetPeople(tx, ctx, rows);
  const touchpoints = rows.flatMap((row) => touchpointOf(ctx, timeZone, row, met));
  const added = await insertNewTouchpoints(tx, touchpoints);
  await recordTouchpointEvents(tx, ctx, "csv", added);
  return added.length;
}

function touchpointOf(
  ctx: Context,
  timeZone: string,
  row: ImportRow,
  met: MetPeople,
): Touchpoint[] {
  const identityId = met.get(row);
  if (identityId === undefined) return [];
  const { type, channel, at, text, stars, note, remoteId } = row;
  const modality = modalityOf(channel);
  const told = { identityId, type, channel, modality, occurredAt: at, remoteId, text, stars, note };
  const signals = text ? readText(text) : undefined;
  return [touchpointRow(ctx, timeZone, { ...told, source: "csv" }, signals)];
}

/** People write "Bestelling" and "winkel" in their lists, not "order" and "shop". */
function namesOf<Key extends string>(
  what: "types" | "channels",
  keys: readonly Key[],
): ReadonlyMap<string, Key> {
  const named = locales.flatMap((locale) => {
    const translate = translatorFor(locale);
    return keys.map((key) => [translate(`touchpoints.${what}.${key}`).toLowerCase(), key] as const);
  });
  return new Map([...named, ...keys.map((key) => [key, key] as const)]);
}
