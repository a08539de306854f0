import { existsSync } from "node:fs";

import { isPostgresUrl } from "../db/dialect.ts";
import { openStore } from "../db/open.ts";
import { checkSqlite } from "../db/sqlite-file.ts";
import { noErasures } from "../people/known-erasures.ts";
import { listKnownErasures } from "../people/list-known-erasures.ts";
import { isDamage } from "./refuse-damaged.ts";
import type { RecalledErasures } from "./restored.ts";

/**
 * Reads the erased persons from the database that a restore is about to replace. From a damaged database it
 * reads as many as possible.
 */
export async function recallErasures(databaseUrl: string): Promise<RecalledErasures> {
  if (isPostgresUrl(databaseUrl)) return readFrom(databaseUrl);
  if (!existsSync(databaseUrl)) return { source: "absent", known: noErasures };
  const problem = checkSqlite(databaseUrl, { thoroughly: false });
  if (problem?.kind === "empty") return { source: "absent", known: noErasures };
  if (problem?.kind === "not-a-database") return { source: "damaged", known: noErasures };
  const recalled = await readFrom(databaseUrl);
  return problem ? { ...recalled, source: "damaged" } : recalled;
}

async function readFrom(databaseUrl: string): Promise<RecalledErasures> {
  try {
    const store = await openStore(databaseUrl);
    try {
      return { source: "read", known: await listKnownErasures(store.db) };
    } finally {
      await store.close();
    }
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    if (isWithoutTables(cause)) return { source: "absent", known: noErasures };
    if (isDamage(cause)) return { source: "damaged", known: noErasures };
    throw error;
  }
}

function isWithoutTables(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === "42P01" || error.message.startsWith("no such table");
}
