import type { ListColumns } from "../lists/list-columns.ts";

export const importLimits = { rows: 5_000, bytes: 2 * 1024 * 1024 } as const;

/** A column's name in our words, and what else people call it. */
export const columnNames = {
  person: ["person", "name", "persoon", "naam"],
  type: ["type", "kind", "soort"],
  at: ["at", "date", "when", "datum", "wanneer", "moment"],
  channel: ["channel", "kanaal"],
  handle: ["handle", "username", "gebruikersnaam"],
  reference: ["reference", "customer", "kenmerk", "klantnummer"],
  text: ["text", "message", "tekst", "bericht"],
  stars: ["stars", "rating", "sterren"],
  /** Whose words it answers, under a post of ours. */
  answers: ["answers", "answers-whom", "antwoord-op", "beantwoordt"],
  /** What it answers, and the post of ours that the thread began with: ids of any kind. */
  parent: ["parent", "parent-id", "in-reply-to"],
  root: ["root", "root-id", "thread"],
  note: ["note", "notitie", "opmerking"],
  /** What an export of ours calls the touchpoint: read in again, it is the same one. */
  "shoutloop-id": ["shoutloop-id"],
} as const;

export type Column = keyof typeof columnNames;

export const listColumns: ListColumns<Column> = {
  names: columnNames,
  required: ["person", "type", "at"],
  moment: "at",
};
