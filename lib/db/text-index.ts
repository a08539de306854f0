import { createHash } from "node:crypto";

import { eq, inArray, sql } from "drizzle-orm";

import { big, table, text } from "./columns.ts";
import { isPostgres } from "./dialect.ts";
import type { Db, Tx } from "./store.ts";

/**
 * Search index of words: FTS5 on SQLite, `tsvector` on PostgreSQL. The engines do not tokenize: the caller
 * passes the tokens of each text, so both engines find the same rows.
 */
const textIndex = table("text_index", {
  id: text().notNull(),
  tokens: text().notNull(),
  /** SQLite's primary key, derived from the id by `rowidOf`. */
  rowid: big().notNull(),
});

export interface IndexedText {
  /** Id of the indexed row. */
  readonly id: string;
  readonly tokens: readonly string[];
}

/** The workspace and the kind of rows to search. */
export interface IndexScope {
  readonly workspaceId: string;
  readonly kind: "identity" | "post" | "mark";
}

const rowsPerStatement = 100;

/** Indexes the tokens of rows, replacing those indexed before for the same ids. */
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

/**
 * Returns the ids of rows that have, for each of `words`, a token that begins with it: at most `limit`, in no
 * order.
 */
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

/** The same search without a limit, as a subquery. */
export function selectIndexed(db: Db, scope: IndexScope, words: readonly string[]) {
  return db.select({ id: textIndex.id }).from(textIndex).where(holds(scope, words));
}

/**
 * Whether all existing rows were indexed by the current tokenizing rules. `mark` names another task whose
 * completion is recorded the same way.
 */
export async function isIndexFilled(db: Db, mark = filled): Promise<boolean> {
  const found = await db
    .select({ id: textIndex.id })
    .from(textIndex)
    .where(eq(textIndex.rowid, rowidOf(mark)));
  return found.length > 0;
}

/** Records that all existing rows are indexed. */
export async function markIndexFilled(tx: Tx, mark = filled): Promise<void> {
  await indexTexts(tx, { workspaceId: "", kind: "mark" }, [{ id: mark, tokens: [] }]);
}

/** Change the number when the tokenizing rules change: the next start then indexes everything again. */
const filled = "filled-2";

function indexRow(scope: IndexScope, { id, tokens }: IndexedText) {
  const words = [scopeToken(scope), ...tokens].join(" ");
  const kept = isPostgres ? sql`array_to_tsvector(string_to_array(${words}, ' '))` : sql`${words}`;
  return { rowid: rowidOf(id), id, tokens: kept };
}

/** Words contain only letters, digits and emoji, so no word can end the quotation. */
function holds(scope: IndexScope, words: readonly string[]) {
  if (isPostgres) {
    const query = [`'${scopeToken(scope)}'`, ...words.map((word) => `'${word}':*`)].join(" & ");
    // As a question of its own: where PostgreSQL knows the words and that some rows will do, it takes common
    // words of one kind for common ones of the other, and reads the whole table in search of the first.
    return sql`${textIndex.tokens} @@ (select ${query}::tsquery)`;
  }
  const query = [`"${scopeToken(scope)}"`, ...words.map((word) => `"${word}"*`)].join(" AND ");
  return sql`text_index match ${query}`;
}

function scopeToken({ workspaceId, kind }: IndexScope): string {
  return `x${kind}${workspaceId.replaceAll(/[^a-z\d]/gi, "").toLowerCase()}`;
}

/** Returns the first 52 bits of the id's SHA-256; a collision among millions of rows is very unlikely. */
function rowidOf(id: string): number {
  return Number.parseInt(createHash("sha256").update(id).digest("hex").slice(0, 13), 16);
}
