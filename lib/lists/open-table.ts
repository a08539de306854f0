import { pipeline, Readable } from "node:stream";

import { CsvError, parse, type Info } from "csv-parse";

import { shortenText } from "../kernel/cut-text.ts";
import { evidenceOf, type DayOrder } from "../kernel/read-day.ts";
import { refused, type Refused } from "../kernel/result.ts";
import { isBlank, trimText } from "../kernel/visible-text.ts";
import { unguardedCell } from "./csv-cell.ts";
import { columnNamed, columnsOf, type ListColumns } from "./list-columns.ts";
import { formOf, parseOptions, type ListForm } from "./list-form.ts";

export interface TableRow<Column extends string> {
  /** As a spreadsheet counts, blank rows included. */
  readonly row: number;
  /** As a text editor counts: another number where a cell has several lines. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** Something stands in a cell that has no column. */
  readonly isWrongWidth: boolean;
  /** What stands there is no row at all. */
  readonly isUnreadable?: boolean;
}

export type TableRefusal =
  | "csv-too-many-rows"
  | "csv-unreadable"
  | "csv-quote-open"
  | "csv-empty"
  | "csv-columns-missing"
  | "csv-columns-unknown"
  | "csv-columns-twice";

/** A list that was looked through once; its rows can be read again and again. */
export interface Table<Column extends string> {
  readonly rowCount: number;
  /** What its dates show of the order of day and month, if they show it. */
  readonly dayOrder: DayOrder | undefined;
  readonly rows: () => AsyncGenerator<TableRow<Column>>;
}

/** Gives the text of a list from its beginning, each time it is called. */
export type TextSource = () => AsyncIterable<string>;

/**
 * Looks through a list of cells parted by comma, semicolon, tab or bar, with a head. Nothing of it is
 * held in memory; blank rows and columns count as not there.
 */
export async function openTable<Column extends string>(
  source: TextSource,
  columns: ListColumns<Column>,
  { maxRows = Number.POSITIVE_INFINITY }: { readonly maxRows?: number | undefined } = {},
): Promise<Table<Column> | Refused<TableRefusal>> {
  const form = formOf(await beginningOf(source), columns);
  const found = await survey(source, form, columns).catch(unreadable);
  if ("ok" in found) return found;
  const { rowCount, dayOrder, head, refusal } = found;
  if (refusal) return refusal;
  if (!head || rowCount === 0) return refused("csv-empty");
  if (rowCount > maxRows) return refused("csv-too-many-rows", { count: rowCount, max: maxRows });
  return { rowCount, dayOrder, rows: () => rowsOf(source, form, { columns, names: head }) };
}

function unreadable(error: unknown): Refused<TableRefusal> {
  if (!(error instanceof CsvError)) throw error;
  const { lines: line, records } = error;
  // It is missed at the end of the list alone; the row that opened it is the one after the last whole one.
  if (error.code === "CSV_QUOTE_NOT_CLOSED" && typeof records === "number")
    return refused("csv-quote-open", { row: records + 1 });
  return refused("csv-unreadable", { line: typeof line === "number" ? line : "?" });
}

/** A whole text as a source. */
export function textSource(text: string): TextSource {
  return async function* whole() {
    yield text;
  };
}

const enoughForHead = 64 * 1024;

async function beginningOf(source: TextSource): Promise<string> {
  let beginning = "";
  for await (const text of source()) {
    beginning += text;
    if (beginning.length >= enoughForHead) break;
  }
  return beginning.slice(0, enoughForHead);
}

interface Head<Column extends string> {
  readonly columns: ListColumns<Column>;
  readonly names: readonly (Column | undefined)[];
}

async function survey<Column extends string>(
  source: TextSource,
  form: ListForm,
  columns: ListColumns<Column>,
) {
  let head: Head<Column>["names"] | undefined;
  let refusal: Refused<TableRefusal> | undefined;
  let rowCount = 0;
  const orders = new Set<DayOrder>();
  for await (const { cells } of recordsOf(source, form)) {
    if (!head) {
      head = cells.map((name) => columnNamed(columns, name));
      refusal = headProblem(cells, { columns, names: head });
      continue;
    }
    rowCount += 1;
    const order = evidenceOf(cells[head.indexOf(columns.moment)] ?? "");
    if (order) orders.add(order);
  }
  // A list that shows both shows nothing.
  const [dayOrder] = orders.size === 1 ? orders : [];
  return { head, refusal, rowCount, dayOrder };
}

async function* rowsOf<Column extends string>(
  source: TextSource,
  form: ListForm,
  head: Head<Column>,
): AsyncGenerator<TableRow<Column>> {
  let isHead = true;
  for await (const record of recordsOf(source, form)) {
    if (!isHead) yield tableRow(record, head);
    isHead = false;
  }
}

interface RawRow {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
}

async function* recordsOf(source: TextSource, form: ListForm): AsyncGenerator<RawRow> {
  const parser = parse({ ...parseOptions, delimiter: form.separator, info: true });
  pipeline(Readable.from(source()), parser, () => {});
  let row = form.hasSeparatorLine ? -1 : 0;
  let line = 1;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    row += 1;
    if (row > 0 && !record.every(isBlank)) yield { row, line, cells: record };
    line = info.lines + 1;
  }
}

function headProblem<Column extends string>(
  names: readonly string[],
  { columns, names: head }: Head<Column>,
): Refused<TableRefusal> | undefined {
  const missing = columns.required.filter((column) => !head.includes(column));
  if (missing.length > 0)
    return refused("csv-columns-missing", {
      missing: missing.join(", "),
      found: names.map(shown).join(", "),
    });
  const unknown = names.filter((name, index) => head[index] === undefined && !isBlank(name));
  if (unknown.length > 0)
    return refused("csv-columns-unknown", {
      unknown: unknown.map(shown).join(", "),
      known: (columns.named ?? columnsOf(columns)).join(", "),
    });
  const twice = names.filter((_name, index) => {
    const column = head[index];
    return column !== undefined && head.indexOf(column) !== index;
  });
  return twice.length > 0
    ? refused("csv-columns-twice", { twice: twice.map(shown).join(", ") })
    : undefined;
}

/** A row may be shorter: spreadsheets leave empty cells at its end out. */
function tableRow<Column extends string>(
  { row, line, cells }: RawRow,
  { columns, names: head }: Head<Column>,
): TableRow<Column> {
  const byColumn = columnsOf(columns).map((column) => {
    const cell = trimText(cells[head.indexOf(column)] ?? "");
    return [column, unguardedCell(cell)] as const;
  });
  const isShort = columns.required.some((column) => head.indexOf(column) >= cells.length);
  return {
    row,
    line,
    cells: Object.fromEntries(byColumn) as Record<Column, string>,
    isWrongWidth: isShort || cells.some((cell, index) => !head[index] && !isBlank(cell)),
  };
}

function shown(name: string): string {
  return isBlank(name) ? "(…)" : shortenText(name, 40);
}
