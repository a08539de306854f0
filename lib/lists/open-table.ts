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
  /** Row number as a spreadsheet counts, including blank rows. */
  readonly row: number;
  /** Line number as a text editor counts; it differs from `row` after cells with several lines. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** A cell outside of the known columns is not blank, or the row lacks a required column. */
  readonly isWrongWidth: boolean;
  /** The row could not be parsed. Never set for CSV. */
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

/** A list that was checked once; its rows can be read any number of times. */
export interface Table<Column extends string> {
  readonly rowCount: number;
  /** The order of day and month that its dates show, if all agree. */
  readonly dayOrder: DayOrder | undefined;
  readonly rows: () => AsyncGenerator<TableRow<Column>>;
}

/** Returns the text of a list from its beginning, on every call. */
export type TextSource = () => AsyncIterable<string>;

/**
 * Checks a list with a header row and cells separated by comma, semicolon, tab or bar. The rows are streamed,
 * not kept in memory; blank rows and blank columns are ignored.
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
  // The parser notices the open quotation mark only at the end of the list; its row follows the last complete
  // one.
  if (error.code === "CSV_QUOTE_NOT_CLOSED" && typeof records === "number")
    return refused("csv-quote-open", { row: records + 1 });
  return refused("csv-unreadable", { line: typeof line === "number" ? line : "?" });
}

/** Returns a source for a text in memory. */
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
  // If the dates show both orders, the order is unknown.
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

/** Maps cells to columns. A row may lack cells at its end, because spreadsheets omit empty ones. */
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
