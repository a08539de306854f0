import { readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

/**
 * Thrown when a newer version of the product wrote the database, because that version may store data
 * differently.
 */
export class NewerDatabase extends Error {
  override name = "NewerDatabase";
  readonly code = "newer-database";
  constructor() {
    super("The database was written by a newer version.");
  }
}

const journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** Returns the creation time (Unix milliseconds) of the newest migration in this version. */
export function newestMigration(migrationsFolder: string): number {
  const text = readFileSync(join(migrationsFolder, "meta", "_journal.json"), "utf8");
  return Math.max(0, ...journal.parse(JSON.parse(text)).entries.map(({ when }) => when));
}

/** Throws `NewerDatabase` if the newest applied migration is newer than any this version has. */
export function refuseNewer(applied: number, migrationsFolder: string): void {
  if (applied > newestMigration(migrationsFolder)) throw new NewerDatabase();
}
