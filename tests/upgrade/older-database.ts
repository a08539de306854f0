import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import Database from "better-sqlite3";
import pg from "pg";
import { inject } from "vitest";

import { isPostgres } from "#lib/db/dialect";

/** A database as a version of before wrote it (see the README here), or a copy of one. */
export interface OlderDatabase {
  readonly url: string;
  readonly copy: () => Promise<OlderDatabase>;
  /** Rows by table, as the database itself tells them. */
  readonly counts: () => Promise<Readonly<Record<string, number>>>;
  /** Runs statements as nobody's code but the test's. */
  readonly run: (statements: string) => Promise<void>;
  /** Whether another process is in the middle of changing it. */
  readonly isAtWork: () => Promise<boolean>;
  readonly drop: () => Promise<void>;
}

/** `suffix`: which of those here. */
export async function olderDatabase(suffix: "" | "-0017" = ""): Promise<OlderDatabase> {
  return isPostgres
    ? onPostgres({ file: `postgres${suffix}.sql.gz` })
    : onSqlite(unpacked(`sqlite${suffix}.db.gz`));
}

function unpacked(name: string): Buffer {
  return gunzipSync(readFileSync(new URL(name, import.meta.url)));
}

function onSqlite(content: Buffer | string): OlderDatabase {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-older-"));
  const url = join(folder, "older.db");
  if (typeof content === "string") copyFileSync(content, url);
  else writeFileSync(url, content);
  function within<Value>(work: (file: Database.Database) => Value): Value {
    const file = new Database(url);
    try {
      return work(file);
    } finally {
      file.close();
    }
  }
  return {
    url,
    copy: async () => {
      within((file) => file.pragma("wal_checkpoint(truncate)"));
      return onSqlite(url);
    },
    counts: async () =>
      within((file) => {
        const tables = file
          .prepare(
            "select name from sqlite_schema where type = 'table' and name not like '\\_\\_%' escape '\\'",
          )
          .pluck()
          .all() as string[];
        const count = (table: string) =>
          file.prepare(`select count(*) from "${table}"`).pluck().get() as number;
        return Object.fromEntries(tables.map((table) => [table, count(table)]));
      }),
    run: async (statements) => void within((file) => file.exec(statements)),
    isAtWork: async () => within(isLocked),
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function isLocked(file: Database.Database): boolean {
  file.pragma("busy_timeout = 0");
  try {
    file.exec("begin immediate; rollback;");
    return false;
  } catch {
    return true;
  }
}

async function onPostgres({
  file,
  template,
}: {
  readonly file?: string;
  readonly template?: string;
}): Promise<OlderDatabase> {
  const name = `older_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(`/${name}`, inject("databaseTemplate")).href;
  const admin = new URL("/postgres", url).href;
  await query(admin, `create database ${name}${template ? ` template ${template}` : ""}`);
  if (file) await query(url, unpacked(file).toString());
  return {
    url,
    copy: () => onPostgres({ template: name }),
    counts: async () => {
      const tables = await query(
        url,
        "select tablename from pg_tables where schemaname = 'public'",
      );
      const counts: Record<string, number> = {};
      for (const { tablename } of tables) {
        const [row] = await query(url, `select count(*)::int as rows from "${String(tablename)}"`);
        counts[String(tablename)] = Number(row?.["rows"]);
      }
      return counts;
    },
    run: async (statements) => void (await query(url, statements)),
    isAtWork: async () => {
      const rows = await query(
        url,
        "select pid from pg_stat_activity where datname = current_database() and query like '%pg_sleep%' and pid <> pg_backend_pid()",
      );
      return rows.length > 0;
    },
    drop: async () => void (await query(admin, `drop database ${name} with (force)`)),
  };
}

async function query(url: string, statements: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statements);
    return rows ?? [];
  } finally {
    await client.end();
  }
}
