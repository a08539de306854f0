import { id, instant, integer, table, text } from "../db/columns.ts";

/** A row here stops all sending, of one workspace or of all. */
export const sendingStops = table("sending_stops", {
  /** The workspace's id, or `installation`. */
  id: id(),
  stoppedAt: instant().notNull(),
  stoppedBy: text().notNull(),
});

/** Which worker runs; on SQLite only one may. */
export const workers = table("workers", {
  id: id(),
  /** For people to read; two machines may have the same. */
  host: text().notNull(),
  processId: integer().notNull(),
  /** Where that number names one process and no other; null where this cannot be told. */
  hostIdentity: text(),
  startedAt: instant().notNull(),
  seenAt: instant().notNull(),
});
