import type { ListColumns } from "../lists/list-columns.ts";

export const importLimits = { rows: 5_000, bytes: 2 * 1024 * 1024 } as const;

/** Each column's name in our words, and its other names. */
export const columnNames = {
  person: ["person", "name", "persoon", "naam"],
  type: ["type", "kind", "soort"],
  at: ["at", "date", "when", "datum", "wanneer", "moment"],
  channel: ["channel", "kanaal"],
  handle: ["handle", "username", "gebruikersnaam"],
  reference: ["reference", "customer", "kenmerk", "klantnummer"],
  text: ["text", "message", "tekst", "bericht"],
  stars: ["stars", "rating", "sterren"],
  /** The person whose words under our post it answers. */
  answers: ["answers", "answers-whom", "antwoord-op", "beantwoordt"],
  /** The id of what it answers, and of our post at the beginning of the thread. Any form of id. */
  parent: ["parent", "parent-id", "in-reply-to"],
  root: ["root", "root-id", "thread"],
  note: ["note", "notitie", "opmerking"],
  /** The touchpoint's id in our export, by which a second import recognises it. */
  "shoutloop-id": ["shoutloop-id"],
} as const;

export type Column = keyof typeof columnNames;

export const listColumns: ListColumns<Column> = {
  names: columnNames,
  required: ["person", "type", "at"],
  moment: "at",
};
