import { trimText } from "../kernel/visible-text.ts";
import { columnNamed, columnsOf } from "../lists/list-columns.ts";
import type { Table, TableRow, TextSource } from "../lists/open-table.ts";
import { type Column, listColumns } from "./import-columns.ts";

/**
 * Opens a list with one JSON object on each line, whose keys are column names. It is read as a stream; blank
 * lines are skipped.
 */
export async function openJsonLines(source: TextSource): Promise<Table<Column>> {
  let rowCount = 0;
  for await (const { text } of linesOf(source)) if (text !== "") rowCount += 1;
  return { rowCount, dayOrder: undefined, rows: () => rowsOf(source) };
}

async function* rowsOf(source: TextSource): AsyncGenerator<TableRow<Column>> {
  for await (const { text, line } of linesOf(source)) if (text !== "") yield rowOf(text, line);
}

function rowOf(text: string, line: number): TableRow<Column> {
  const cells = Object.fromEntries(columnsOf(listColumns).map((column) => [column, ""])) as Record<
    Column,
    string
  >;
  const found = objectIn(text);
  let isWrongWidth = false;
  for (const [name, value] of Object.entries(found ?? {})) {
    const column = columnNamed(listColumns, name);
    const cell = cellOf(value);
    if (column && cell !== undefined) cells[column] = trimText(cell);
    else if (value !== null) isWrongWidth = true;
  }
  return { row: line, line, cells, isWrongWidth, isUnreadable: found === undefined };
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function cellOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : undefined;
}

async function* linesOf(source: TextSource): AsyncGenerator<{ text: string; line: number }> {
  let rest = "";
  let line = 0;
  for await (const chunk of source()) {
    const parts = `${rest}${chunk}`.split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) yield { text: withoutMark(part), line: (line += 1) };
  }
  if (rest !== "") yield { text: withoutMark(rest), line: line + 1 };
}

/** Removes the byte order mark that some programs write, and outer white space. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, "").trim();
}
