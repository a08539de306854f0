import { parse } from "csv-parse/sync";

import { isBlank } from "../kernel/visible-text.ts";
import { columnNamed, type ListColumns } from "./list-columns.ts";

export type Separator = "," | ";" | "\t" | "|";

const separators: readonly Separator[] = [",", ";", "\t", "|"];

/** How a list is formatted. */
export interface ListForm {
  readonly separator: Separator;
  /** Whether the first line is Excel's `sep=` line, which is not a row. */
  readonly hasSeparatorLine: boolean;
}

/**
 * Options of the CSV parser: tolerant of what spreadsheets write, including quotation marks within a cell.
 */
export const parseOptions = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  trim: true,
} as const;

const mostRowsAboveHead = 50;

/**
 * Finds the separator of a list: the one in a line `sep=;`, else the one that gives the most known columns in
 * the first row.
 */
export function formOf<Column extends string>(
  beginning: string,
  columns: ListColumns<Column>,
): ListForm {
  const [, said] = /^\uFEFF?sep=(.)\r?(?:\n|$)/i.exec(beginning) ?? [];
  const told = separators.find((separator) => separator === said);
  if (told) return { separator: told, hasSeparatorLine: true };
  const heads = separators.map((separator) => ({ separator, names: headBy(beginning, separator) }));
  const known = (names: readonly string[]) =>
    names.filter((name) => columnNamed(columns, name)).length;
  const [best] = heads.toSorted(
    (one, other) => known(other.names) - known(one.names) || other.names.length - one.names.length,
  );
  return { separator: best?.separator ?? ",", hasSeparatorLine: false };
}

function headBy(beginning: string, delimiter: Separator): readonly string[] {
  try {
    const rows = parse(beginning, { ...parseOptions, delimiter, to: mostRowsAboveHead });
    return rows.find((cells) => !cells.every(isBlank)) ?? [];
  } catch {
    return firstRowBy(beginning, delimiter);
  }
}

/**
 * Parses only the first line, for a list with an unclosed quotation mark. Its position is reported later,
 * when the whole list is read.
 */
function firstRowBy(beginning: string, delimiter: Separator): readonly string[] {
  const first = beginning.split(/[\r\n]+/).find((line) => !isBlank(line)) ?? "";
  try {
    return parse(first, { ...parseOptions, delimiter })[0] ?? [];
  } catch {
    // With this separator the line cannot be parsed.
    return [];
  }
}
