import { foldText } from "../kernel/fold-text.ts";
import { trimText } from "../kernel/visible-text.ts";

/** Columns that a list may have: each of our column names with the folded names that people use for it. */
export interface ListColumns<Column extends string> {
  readonly names: Readonly<Record<Column, readonly string[]>>;
  readonly required: readonly Column[];
  /** Columns that the refusal of an unknown column names; all by default. */
  readonly named?: readonly Column[];
  /** Column whose dates show the order of day and month. */
  readonly moment: Column;
}

/** Returns the column that a heading stands for, if any. */
export function columnNamed<Column extends string>(
  columns: ListColumns<Column>,
  name: string,
): Column | undefined {
  const wanted = foldText(trimText(name));
  return columnsOf(columns).find((column) => columns.names[column].includes(wanted));
}

export function columnsOf<Column extends string>({ names }: ListColumns<Column>): Column[] {
  return Object.keys(names) as Column[];
}
