import { choice, id, instant, integer, table } from "../db/columns.ts";

/** When the database was put back from a backup, or turned out to have lost its last hours. */
export const safeModes = table("safe_modes", {
  id: id(),
  /** What happened from then on, this database does not know. */
  since: instant().notNull(),
  enteredAt: instant().notNull(),
  cause: choice(["restored", "went-back"]).notNull(),
  /** Deliveries that may be out already and were put in doubt. */
  doubted: integer().notNull(),
});
