import { id, instant, integer, table, text } from "../db/columns.ts";

/** Each row stops all sending in one workspace or in the whole installation. */
export const sendingStops = table("sending_stops", {
  /** The workspace id, or `installation`. */
  id: id(),
  stoppedAt: instant().notNull(),
  stoppedBy: text().notNull(),
});

/** Registered workers; on SQLite at most one. */
export const workers = table("workers", {
  id: id(),
  /** Host name for people to read; not unique. */
  host: text().notNull(),
  processId: integer().notNull(),
  /** Scope in which `processId` is unique; null if it cannot be determined. */
  hostIdentity: text(),
  startedAt: instant().notNull(),
  seenAt: instant().notNull(),
});
