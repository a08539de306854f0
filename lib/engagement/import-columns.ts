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
  note: ["note", "notitie", "opmerking"],
} as const;

export type Column = keyof typeof columnNames;
