import { CsvError, parse } from "csv-parse/sync";

import { refused, type Refused } from "../kernel/result.ts";
import { columnNames, importLimits, type Column } from "./import-columns.ts";

const required: readonly Column[] = ["person", "type", "at"];
const columns = Object.keys(columnNames) as Column[];

export interface TableRow {
  /** As a spreadsheet counts: the head is row 1. */
  readonly row: number;
  readonly cells: Readonly<Record<Column, string>>;
  readonly isWrongWidth: boolean;
}

export type TableRefusal =
  | "csv-too-large"
  | "csv-too-many-rows"
  | "csv-unreadable"
  | "csv-empty"
  | "csv-columns-missing"
  | "csv-columns-unknown";

/** Reads comma or semicolon separated text with a head; the head says which it is. */
export function readTable(csv: string): readonly TableRow[] | Refused<TableRefusal> {
  if (Buffer.byteLength(csv) > importLimits.bytes)
    return refused("csv-too-large", { megabytes: 2 });
  const records = recordsOf(csv);
  if (!Array.isArray(records)) return records;
  const [head, ...rows] = records;
  if (!head || rows.length === 0) return refused("csv-empty");
  if (rows.length > importLimits.rows)
    return refused("csv-too-many-rows", { count: rows.length, max: importLimits.rows });
  const found = head.cells.map(columnOf);
  return headProblem(head.cells, found) ?? rows.map((row) => tableRow(row, found));
}

interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
}

function recordsOf(csv: string): RawRow[] | Refused<TableRefusal> {
  try {
    const parsed = parse(csv, {
      bom: true,
      delimiter: separatorOf(csv),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return parsed.map((cells, index) => ({ row: index + 1, cells }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines: line } = error;
    return refused("csv-unreadable", { line: typeof line === "number" ? line : "?" });
  }
}

function separatorOf(csv: string): "," | ";" {
  const [head = ""] = csv.split(/\r?\n/, 1);
  return head.split(";").length > head.split(",").length ? ";" : ",";
}

function columnOf(name: string): Column | undefined {
  const wanted = name.trim().toLowerCase();
  return columns.find((column) => columnNames[column].some((alias) => alias === wanted));
}

function headProblem(
  names: readonly string[],
  found: readonly (Column | undefined)[],
): Refused<TableRefusal> | undefined {
  const missing = required.filter((column) => !found.includes(column));
  if (missing.length > 0)
    return refused("csv-columns-missing", {
      missing: missing.join(", "),
      found: names.map(shortened).join(", "),
    });
  const unknown = names.filter((_name, index) => found[index] === undefined);
  if (unknown.length === 0) return undefined;
  return refused("csv-columns-unknown", {
    unknown: unknown.map(shortened).join(", "),
    known: columns.join(", "),
  });
}

function tableRow({ row, cells }: RawRow, found: readonly (Column | undefined)[]): TableRow {
  const byColumn = columns.map((column) => [column, cells[found.indexOf(column)] ?? ""] as const);
  return {
    row,
    cells: Object.fromEntries(byColumn) as Record<Column, string>,
    isWrongWidth: cells.length !== found.length,
  };
}

function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name || "(…)";
}
