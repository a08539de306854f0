import { locales } from "../i18n/locale.ts";
import { translatorFor } from "../i18n/translator.ts";
import type { Context } from "../kernel/context.ts";
import { foldText } from "../kernel/fold-text.ts";
import type { DayOrder } from "../kernel/read-day.ts";
import type { Refused } from "../kernel/result.ts";
import { openTable, type Table, type TableRefusal, type TextSource } from "../lists/open-table.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { ownChannels } from "./channel.ts";
import { type Column, listColumns } from "./import-columns.ts";
import { openJsonLines } from "./import-json-lines.ts";
import { occurrenceNumbers } from "./import-occurrences.ts";
import {
  isProblem,
  readRow,
  type ImportRow,
  type RowProblem,
  type RowReader,
} from "./import-row.ts";
import { touchpointTypes } from "./touchpoint.ts";

export interface OpenedList {
  readonly rowCount: number;
  readonly timeZone: string;
  /** Yields every row as it was understood, or its problem. Each call reads from the beginning. */
  readonly read: () => AsyncGenerator<ImportRow | RowProblem>;
}

/** Opens a list of touchpoints for pages and commands. It is read as a stream and never held whole. */
export async function openList(
  ctx: Context,
  source: TextSource,
  {
    dayOrder,
    maxRows,
    isJsonLines = false,
  }: {
    readonly dayOrder?: DayOrder | undefined;
    readonly maxRows?: number | undefined;
    readonly isJsonLines?: boolean;
  } = {},
): Promise<OpenedList | Refused<TableRefusal>> {
  const table = isJsonLines
    ? await openJsonLines(source)
    : await openTable(source, listColumns, { maxRows });
  if ("ok" in table) return table;
  const { timeZone } = await showWorkspace(ctx);
  const reader: RowReader = {
    timeZone,
    now: ctx.clock.now(),
    dayOrder: dayOrder ?? table.dayOrder,
    typeNames: namesOf("types", touchpointTypes),
    channelNames: namesOf("channels", ownChannels),
  };
  return { rowCount: table.rowCount, timeZone, read: () => readAll(table, reader) };
}

async function* readAll(
  table: Table<Column>,
  reader: RowReader,
): AsyncGenerator<ImportRow | RowProblem> {
  const numbered = occurrenceNumbers();
  for await (const row of table.rows()) {
    const read = readRow(row, reader);
    yield isProblem(read) ? read : numbered(read);
  }
}

/**
 * Returns keys by their names in every language, because lists contain "Bestelling" and "winkel" instead of
 * "order" and "shop".
 */
function namesOf<Key extends string>(
  what: "types" | "channels",
  keys: readonly Key[],
): ReadonlyMap<string, Key> {
  const named = locales.flatMap((locale) => {
    const translate = translatorFor(locale);
    return keys.map((key) => [foldText(translate(`touchpoints.${what}.${key}`)), key] as const);
  });
  return new Map([...named, ...keys.map((key) => [key, key] as const)]);
}
