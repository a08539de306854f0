import { foldText } from "../kernel/fold-text.ts";
import { trimText } from "../kernel/visible-text.ts";

/** What a list may hold: each column by our name for it, with whatever else people call it. */
export interface ListColumns<Column extends string> {
  readonly names: Readonly<Record<Column, readonly string[]>>;
  readonly required: readonly Column[];
  /** Those that are named where one is not known; all by default. */
  readonly named?: readonly Column[];
  /** Whose dates show the order of day and month. */
  readonly moment: Column;
}

/** Which column a list means by a name, if any. */
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
