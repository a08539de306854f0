import { choice, id, instant, integer, table } from "../db/columns.ts";

/** One row each time the database was restored from a backup or found to have lost its latest changes. */
export const safeModes = table("safe_modes", {
  id: id(),
  /** The database has no information about what happened after this time. */
  since: instant().notNull(),
  enteredAt: instant().notNull(),
  cause: choice(["restored", "went-back"]).notNull(),
  /** Number of deliveries that were put in doubt because they may be published already. */
  doubted: integer().notNull(),
});
