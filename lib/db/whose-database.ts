import Database from "better-sqlite3";

import { appliedOnSqlite } from "./migrate.ts";
import { newestMigration } from "./schema-version.ts";

const ourTables = ["deliveries", "events", "workspaces"] as const;

/** Whether a SQLite file holds this product's tables. */
export function isOurs(file: string): boolean {
  return reading(file, (connection) =>
    ourTables.every((name) => {
      const count = "select count(*) from sqlite_schema where type = 'table' and name = ?";
      return connection.prepare(count).pluck().get(name) === 1;
    }),
  );
}

/** Whether a SQLite file has had a migration that this version does not know. */
export function isOfNewerVersion(file: string, folder = "drizzle/sqlite"): boolean {
  return reading(file, (connection) => appliedOnSqlite(connection) > newestMigration(folder));
}

function reading<Value>(file: string, read: (connection: Database.Database) => Value): Value {
  const connection = new Database(file, { readonly: true, timeout: 30_000 });
  try {
    return read(connection);
  } finally {
    connection.close();
  }
}
