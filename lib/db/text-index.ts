import { createHash } from "node:crypto";

import { eq, inArray, sql } from "drizzle-orm";

import { big, table, text } from "./columns.ts";
import { isPostgres } from "./dialect.ts";
import type { Db, Tx } from "./store.ts";

/**
 * Words by which rows are found: FTS5 on SQLite, a `tsvector` on PostgreSQL. The engines only look up
 * what they are given: which words a text has is decided before, once for both.
 */
const textIndex = table("text_index", {
  id: text().notNull(),
  tokens: text().notNull(),
  /** SQLite's own key; it follows from the id. */
  rowid: big().notNull(),
});

export interface IndexedText {
  /** Of the row that is found. */
  readonly id: string;
  readonly tokens: readonly string[];
}

/** In whose rows, and among which kind of them. */
export interface IndexScope {
  readonly workspaceId: string;
  readonly kind: "identity" | "post" | "mark";
}

const rowsPerStatement = 100;

/** Texts in place of what was kept of the same rows. */
export async function indexTexts(
  tx: Tx,
  scope: IndexScope,
  rows: readonly IndexedText[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const some = rows.slice(from, from + rowsPerStatement);
    await unindexTexts(
      tx,
      some.map(({ id }) => id),
    );
    await tx.insert(textIndex).values(some.map((row) => indexRow(scope, row)));
  }
}

export async function unindexTexts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(textIndex).where(inArray(textIndex.rowid, ids.map(rowidOf)));
}

export async function unindexWorkspace(tx: Tx, workspaceId: string): Promise<void> {
  for (const kind of ["identity", "post"] as const)
    await tx.delete(textIndex).where(holds({ workspaceId, kind }, []));
}

/** Ids of rows that have a word beginning with each of these, at most `limit` of them, in no order. */
export async function searchIndex(
  db: Db,
  scope: IndexScope,
  { words, limit }: { words: readonly string[]; limit: number },
): Promise<string[]> {
  const found = await db
    .select({ id: textIndex.id })
    .from(textIndex)
    .where(holds(scope, words))
    .limit(limit);
  return found.map(({ id }) => id);
}

/** The same as part of another query: all of them. */
export function selectIndexed(db: Db, scope: IndexScope, words: readonly string[]) {
  return db.select({ id: textIndex.id }).from(textIndex).where(holds(scope, words));
}

/** Whether everything was put into the index, or elsewhere under a `mark` of its own, by the rules of today. */
export async function isIndexFilled(db: Db, mark = filled): Promise<boolean> {
  const found = await db
    .select({ id: textIndex.id })
    .from(textIndex)
    .where(eq(textIndex.rowid, rowidOf(mark)));
  return found.length > 0;
}

/** Told once all is in it. */
export async function markIndexFilled(tx: Tx, mark = filled): Promise<void> {
  await indexTexts(tx, { workspaceId: "", kind: "mark" }, [{ id: mark, tokens: [] }]);
}

/** Another number where other words are kept of a text: everything is indexed anew at the next start. */
const filled = "filled-2";

function indexRow(scope: IndexScope, { id, tokens }: IndexedText) {
  const words = [scopeToken(scope), ...tokens].join(" ");
  const kept = isPostgres ? sql`array_to_tsvector(string_to_array(${words}, ' '))` : sql`${words}`;
  return { rowid: rowidOf(id), id, tokens: kept };
}

/** Words are letters, digits and pictures alone: nothing in them can end the quotation. */
function holds(scope: IndexScope, words: readonly string[]) {
  if (isPostgres) {
    const query = [`'${scopeToken(scope)}'`, ...words.map((word) => `'${word}':*`)].join(" & ");
    return sql`${textIndex.tokens} @@ ${query}::tsquery`;
  }
  const query = [`"${scopeToken(scope)}"`, ...words.map((word) => `"${word}"*`)].join(" AND ");
  return sql`text_index match ${query}`;
}

function scopeToken({ workspaceId, kind }: IndexScope): string {
  return `x${kind}${workspaceId.replaceAll(/[^a-z\d]/gi, "").toLowerCase()}`;
}

/** 52 bits of a hash: among millions of rows no two are alike. */
function rowidOf(id: string): number {
  return Number.parseInt(createHash("sha256").update(id).digest("hex").slice(0, 13), 16);
}
