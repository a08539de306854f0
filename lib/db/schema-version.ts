import { readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

/** The database was written by a newer version of the product, which may keep things differently. */
export class NewerDatabase extends Error {
  override name = "NewerDatabase";
  readonly code = "newer-database";
  constructor() {
    super("The database was written by a newer version.");
  }
}

const journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** Of the newest migration that this version has; every migration is stamped with when it was made. */
export function newestMigration(migrationsFolder: string): number {
  const text = readFileSync(join(migrationsFolder, "meta", "_journal.json"), "utf8");
  return Math.max(0, ...journal.parse(JSON.parse(text)).entries.map(({ when }) => when));
}

/** Throws where the database has had a migration that this version does not know. */
export function refuseNewer(applied: number, migrationsFolder: string): void {
  if (applied > newestMigration(migrationsFolder)) throw new NewerDatabase();
}
