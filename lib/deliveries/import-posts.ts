import { z } from "zod";

import { listAccounts } from "../accounts/list-accounts.ts";
import type { Db } from "../db/store.ts";
import { locales } from "../i18n/locale.ts";
import { translatorFor } from "../i18n/translator.ts";
import type { Context } from "../kernel/context.ts";
import { foldText } from "../kernel/fold-text.ts";
import { type DayOrder, dayOrders } from "../kernel/read-day.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import {
  openTable,
  type Table,
  type TableRefusal,
  type TableRow,
  textSource,
} from "../lists/open-table.ts";
import { importKeyOf } from "../posts/import-key.ts";
import { listKnownIds, listKnownKeys } from "../posts/imported-posts.ts";
import { type PostColumn, postListColumns, postListLimits } from "../posts/post-list-columns.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { hasOurName, meaningOf } from "../workspaces/stage.ts";
import {
  isRowProblem,
  keyProblem,
  type PostRow,
  type PostRowProblem,
  type PostRowReader,
  readPostRow,
} from "./post-row.ts";
import { storePosts } from "./store-posts.ts";

export const importPostsInput = z.object({
  csv: z.string(),
  dayOrder: z.enum(dayOrders).optional(),
  /** Reads the list and reports problems, but stores nothing. */
  isPreview: z.boolean(),
});

export interface PostsReport {
  readonly isPreview: boolean;
  readonly rowCount: number;
  /** Number of posts that were, or in a preview would be, planned; `draftCount` is the number of drafts. */
  readonly plannedCount: number;
  readonly draftCount: number;
  /** Number of rows that the product already has; their content is not checked. */
  readonly knownCount: number;
  readonly problems: readonly PostRowProblem[];
  /** The first rows as they were read. */
  readonly sample: readonly Sample[];
  /** The id for undoing the whole import; null if nothing was stored. */
  readonly importId: string | null;
}

interface Sample {
  readonly row: number;
  readonly publishAt: Date | null;
  readonly stageId: string | null;
  readonly accounts: readonly string[];
  readonly text: string;
  readonly partCount: number;
}

const shownRows = 8;

/**
 * Imports posts from a list: rows with a time are planned, others become drafts. A preview reports the
 * problems of every row; an import stores all rows or none. Rows that the product already has are skipped.
 */
export async function importPosts(
  ctx: Context,
  { csv, isPreview, dayOrder }: z.output<typeof importPostsInput>,
): Promise<Result<PostsReport, TableRefusal | "csv-too-large" | "csv-rows-wrong">> {
  requireRole(ctx, "editor");
  const { rows: maxRows, bytes } = postListLimits;
  if (Buffer.byteLength(csv) > bytes) return refused("csv-too-large", { megabytes: 2 });
  const table = await openTable(textSource(csv), postListColumns, { maxRows });
  if ("ok" in table) return table;
  const reader = await readerFor(ctx, dayOrder ?? table.dayOrder);
  const { fresh, problems, knownCount } = await readAll(ctx, table, reader);
  if (problems.length > 0 && !isPreview)
    return refused("csv-rows-wrong", { count: problems.length, row: problems[0]?.row ?? 0 });
  const stored = isPreview ? { importId: null, rows: fresh } : await storePosts(ctx, fresh);
  const plannedCount = stored.rows.filter(({ publishAt }) => publishAt).length;
  return ok({
    isPreview,
    rowCount: table.rowCount,
    plannedCount,
    draftCount: stored.rows.length - plannedCount,
    knownCount: knownCount + fresh.length - stored.rows.length,
    problems,
    sample: fresh.slice(0, shownRows).map(sampleOf),
    importId: stored.importId,
  });
}

async function readAll(ctx: Context, table: Table<PostColumn>, reader: PostRowReader) {
  const rows = await keyedRows(table);
  const known = await knownAmong(ctx.db, ctx, rows);
  const problems: PostRowProblem[] = [];
  const fresh: PostRow[] = [];
  let knownCount = 0;
  for (const { row, key, isTwice } of rows) {
    const wrong = keyProblem(row, isTwice);
    if (!wrong && known.has(key)) knownCount += 1;
    else {
      const read = wrong ?? readPostRow(row, key, reader);
      if (isRowProblem(read)) problems.push(read);
      else fresh.push(read);
    }
  }
  return { fresh, problems, knownCount };
}

interface KeyedRow {
  readonly row: TableRow<PostColumn>;
  readonly key: string;
  /** Whether an earlier row has the same key. */
  readonly isTwice: boolean;
}

/**
 * Gives each row a key. A row without one gets a key from its content; equal rows are numbered, so each is a
 * post of its own.
 */
async function keyedRows(table: Table<PostColumn>): Promise<KeyedRow[]> {
  const rows: KeyedRow[] = [];
  const seen = new Map<string, number>();
  for await (const row of table.rows()) {
    const given = row.cells.key;
    const said = given || JSON.stringify(row.cells);
    const number = (seen.get(said) ?? 0) + 1;
    seen.set(said, number);
    const key = importKeyOf(given || `${said} ${number}`);
    rows.push({ row, key, isTwice: given !== "" && number > 1 });
  }
  return rows;
}

/**
 * Returns the keys that are known: of posts imported before, and of posts of this product whose id is used as
 * a key.
 */
async function knownAmong(db: Db, { workspaceId }: Context, rows: readonly KeyedRow[]) {
  const known = await listKnownKeys(
    db,
    workspaceId,
    rows.map(({ key }) => key),
  );
  const ids = rows.map(({ row }) => row.cells.key).filter((id) => id !== "");
  for (const id of await listKnownIds(db, workspaceId, ids)) known.add(importKeyOf(id));
  return known;
}

async function readerFor(ctx: Context, dayOrder: DayOrder | undefined): Promise<PostRowReader> {
  const [{ timeZone }, stages, accounts] = await Promise.all([
    showWorkspace(ctx),
    listStages(ctx),
    listAccounts(ctx),
  ]);
  const named = stages.flatMap(({ id, key, name }) =>
    [id, key, ...(name ? [name] : namesIn(key))].map((one) => [foldText(one), id] as const),
  );
  return { ctx, timeZone, dayOrder, accounts, stages: new Map(named) };
}

/** Returns the names of a built-in stage in every language. */
function namesIn(key: string): string[] {
  const ours = hasOurName(key) ? key : meaningOf(key);
  return ours ? locales.map((locale) => translatorFor(locale)(`stages.${ours}.name`)) : [];
}

function sampleOf({ row, publishAt, stageId, accounts, parts }: PostRow): Sample {
  return {
    row,
    publishAt,
    stageId,
    accounts: accounts.map(({ network, handle }) => `${network}:${handle}`),
    text: parts[0]?.text ?? "",
    partCount: parts.length,
  };
}
