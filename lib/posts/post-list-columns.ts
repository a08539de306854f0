import type { ListColumns } from "../lists/list-columns.ts";

export const postListLimits = { rows: 10_000, bytes: 2 * 1024 * 1024 } as const;

const mostParts = 25;

/** The second and later parts of a thread, each in a column of its own. */
export type PartColumn = `text-${number}`;
export type PostColumn = "key" | "at" | "stage" | "accounts" | "text" | "warning" | PartColumn;

export const partColumns: readonly PartColumn[] = Array.from(
  { length: mostParts - 1 },
  (_, index) => `text-${index + 2}` as const,
);

/** A column's name in our words, and what else people call it. */
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

/** The later parts of a thread are called as the second is. */
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
