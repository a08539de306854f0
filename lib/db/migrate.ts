import { join } from "node:path";

import Database from "better-sqlite3";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { migrate as migrateSqlite } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as drizzlePostgres } from "drizzle-orm/node-postgres";
import { migrate as migratePostgres } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

import { isPostgresUrl } from "./dialect.ts";
import { refuseNewer } from "./schema-version.ts";

const oneAtATime = 7_417_326;

/**
 * Brings the database of `url` (a file name on SQLite) up to date. Safe when several processes start
 * at once. Throws `NewerDatabase` where it was written by a newer version of the product.
 */
export async function migrateDatabase(url: string, folder = "drizzle"): Promise<void> {
  if (isPostgresUrl(url)) await migrateOnPostgres(url, join(folder, "postgres"));
  else migrateOnSqlite(url, join(folder, "sqlite"));
}

function migrateOnSqlite(file: string, migrationsFolder: string): void {
  const connection = new Database(file, { timeout: 30_000 });
  try {
    connection.pragma("journal_mode = WAL");
    refuseNewer(appliedOnSqlite(connection), migrationsFolder);
    migrateSqlite(drizzleSqlite(connection), { migrationsFolder });
  } finally {
    connection.close();
  }
}

async function migrateOnPostgres(connectionString: string, migrationsFolder: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [oneAtATime]);
    refuseNewer(await appliedOnPostgres(client), migrationsFolder);
    await migratePostgres(drizzlePostgres(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}

/** When the newest migration that a database has had was made; 0 where it has had none. */
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
