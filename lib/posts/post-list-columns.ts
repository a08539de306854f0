import type { ListColumns } from "../lists/list-columns.ts";

export const postListLimits = { rows: 10_000, bytes: 2 * 1024 * 1024 } as const;

const mostParts = 25;

/** Column of a second or later part of a thread. */
export type PartColumn = `text-${number}`;
export type PostColumn = "key" | "at" | "stage" | "accounts" | "text" | "warning" | PartColumn;

export const partColumns: readonly PartColumn[] = Array.from(
  { length: mostParts - 1 },
  (_, index) => `text-${index + 2}` as const,
);

/** Accepted names of each column: our own first, then others in use. */
export const postColumnNames: Readonly<Record<PostColumn, readonly string[]>> = {
  key: ["key", "id", "sleutel", "kenmerk"],
  at: ["at", "date", "when", "time", "posting time", "datum", "wanneer", "moment", "tijdstip"],
  stage: ["stage", "fase"],
  accounts: ["accounts", "account", "profiles", "profielen"],
  text: ["text", "message", "tekst", "bericht"],
  warning: ["warning", "content warning", "waarschuwing"],
  ...Object.fromEntries(
    partColumns.map((column) => {
      const number = column.slice("text-".length);
      return [column, [column, `text ${number}`, `tekst-${number}`, `tekst ${number}`]];
    }),
  ),
};

/** Columns that are named in texts; later parts are named like `text-2`. */
export const namedColumns = [
  "key",
  "at",
  "stage",
  "accounts",
  "text",
  "text-2",
  "warning",
] as const;

export const postListColumns: ListColumns<PostColumn> = {
  names: postColumnNames,
  required: ["text"],
  named: namedColumns,
  moment: "at",
};
