import { join } from "node:path";

import Database from "better-sqlite3";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { migrate as migrateSqlite } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as drizzlePostgres } from "drizzle-orm/node-postgres";
import { migrate as migratePostgres } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

import { isPostgresUrl } from "./dialect.ts";

const oneAtATime = 7_417_326;

/** Brings the database of `url` (a file name on SQLite) up to date. Safe when several processes start at once. */
export async function migrateDatabase(url: string, folder = "drizzle"): Promise<void> {
  if (isPostgresUrl(url)) await migrateOnPostgres(url, join(folder, "postgres"));
  else migrateOnSqlite(url, join(folder, "sqlite"));
}

function migrateOnSqlite(file: string, migrationsFolder: string): void {
  const connection = new Database(file, { timeout: 30_000 });
  try {
    connection.pragma("journal_mode = WAL");
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
    await migratePostgres(drizzlePostgres(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}
