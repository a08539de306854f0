import { join } from "node:path";

import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

import { assumeStatistics } from "./assumed-statistics.ts";
import { isPostgresUrl } from "./dialect.ts";
import { refuseNewer } from "./schema-version.ts";
import { useWriteAheadLog } from "./write-ahead-log.ts";

const oneAtATime = 7_417_326;

/**
 * Applies all pending migrations to the database at `url` (a file name on SQLite), or none. Safe when several
 * processes start at once. Throws `NewerDatabase` if a newer version of the product wrote the database.
 */
export async function migrateDatabase(url: string, folder = "drizzle"): Promise<void> {
  if (isPostgresUrl(url)) await migrateOnPostgres(url, join(folder, "postgres"));
  else migrateOnSqlite(url, join(folder, "sqlite"));
}

function migrateOnSqlite(file: string, migrationsFolder: string): void {
  const connection = new Database(file, { timeout: 30_000 });
  try {
    useWriteAheadLog(connection);
    connection.transaction(() => applyOnSqlite(connection, migrationsFolder)).immediate();
  } finally {
    connection.close();
  }
}

/**
 * Replaces Drizzle's migrator, which reads the applied migrations before its transaction starts: of two
 * processes, the second would apply them again.
 */
function applyOnSqlite(connection: Database.Database, migrationsFolder: string): void {
  const applied = appliedOnSqlite(connection);
  refuseNewer(applied, migrationsFolder);
  connection.exec(recordOfMigrations);
  const record = connection.prepare(
    "insert into __drizzle_migrations (hash, created_at) values (?, ?)",
  );
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder })) {
    if (folderMillis <= applied) continue;
    for (const statement of sql) connection.exec(statement);
    record.run(hash, folderMillis);
  }
  assumeStatistics(connection);
}

/** The table as Drizzle creates it. */
const recordOfMigrations = `create table if not exists __drizzle_migrations (
  id serial primary key, hash text not null, created_at numeric)`;

async function migrateOnPostgres(connectionString: string, migrationsFolder: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [oneAtATime]);
    refuseNewer(await appliedOnPostgres(client), migrationsFolder);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}

/**
 * Returns the creation time (Unix milliseconds) of the newest applied migration, or 0 if none was applied.
 */
export function appliedOnSqlite(connection: Database.Database): number {
  const tables = "select count(*) from sqlite_schema where name = '__drizzle_migrations'";
  if (connection.prepare(tables).pluck().get() === 0) return 0;
  const newest = "select max(created_at) from __drizzle_migrations";
  return Number(connection.prepare(newest).pluck().get() ?? 0);
}

async function appliedOnPostgres(client: pg.Client): Promise<number> {
  const { rows: tables } = await client.query(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as has",
  );
  if (tables[0]?.has !== true) return 0;
  const newest = await client.query(
    "select max(created_at) as at from drizzle.__drizzle_migrations",
  );
  return Number(newest.rows[0]?.at ?? 0);
}
