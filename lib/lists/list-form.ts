import { parse } from "csv-parse/sync";

import { isBlank } from "../kernel/visible-text.ts";
import { columnNamed, type ListColumns } from "./list-columns.ts";

export type Separator = "," | ";" | "\t" | "|";

const separators: readonly Separator[] = [",", ";", "\t", "|"];

/** How the cells of a list are written down. */
export interface ListForm {
  readonly separator: Separator;
  /** Whether a line in front tells Excel the separator, and is no row. */
  readonly hasSeparatorLine: boolean;
}

/** For the parser: what people's spreadsheets write, quotation marks inside a cell included. */
export const parseOptions = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  trim: true,
} as const;

const mostRowsAboveHead = 50;

/**
 * Reads from the beginning of a list with which sign its cells are parted: as a line `sep=;` says, else
 * the one by which its first row names most columns that we know.
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

/** Of a list with a quotation mark that nothing closes: where it stands is said once the list is read. */
function firstRowBy(beginning: string, delimiter: Separator): readonly string[] {
  const first = beginning.split(/[\r\n]+/).find((line) => !isBlank(line)) ?? "";
  try {
    return parse(first, { ...parseOptions, delimiter })[0] ?? [];
  } catch {
    // By this sign it is no list.
    return [];
  }
}
