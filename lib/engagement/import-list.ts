import { setTimeout as sleep } from "node:timers/promises";

import type { Context } from "../kernel/context.ts";
import type { DayOrder } from "../kernel/read-day.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { TableRefusal, TextSource } from "../lists/open-table.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { isProblem, type ImportRow, type RowProblem } from "./import-row.ts";
import { storeRows } from "./import-touchpoints.ts";
import { openList } from "./read-list.ts";

export interface ListReport {
  readonly read: number;
  readonly added: number;
  /** In the product already, or twice in the list. */
  readonly known: number;
  readonly refused: number;
  /** The first of the refused. */
  readonly problems: readonly RowProblem[];
}

const problemsAtMost = 1_000;

/**
 * As `importTouchpoints` for a list of any length, which is read and stored as a stream: what can be
 * read is stored, the other rows are told of. Stopped in the middle and done again it goes on where
 * it was, because known rows add nothing.
 */
export async function importList(
  ctx: Context,
  source: TextSource,
  {
    isJsonLines = false,
    dayOrder,
    pace = { rowsAtOnce: 1_000, pauseMs: 0 },
    onProgress = () => {},
  }: {
    readonly isJsonLines?: boolean;
    readonly dayOrder?: DayOrder | undefined;
    /** How much one transaction stores, and how long others may write before the next. */
    readonly pace?: { readonly rowsAtOnce: number; readonly pauseMs: number };
    readonly onProgress?: (done: { readonly read: number; readonly of: number }) => void;
  } = {},
): Promise<Result<ListReport, TableRefusal>> {
  requireRole(ctx, "editor");
  const list = await openList(ctx, source, { dayOrder, isJsonLines });
  if ("ok" in list) return list;
  const { timeZone, rowCount } = list;
  const problems: RowProblem[] = [];
  let [read, added, refusedCount] = [0, 0, 0];
  let batch: ImportRow[] = [];
  async function flush(): Promise<void> {
    const rows = batch;
    batch = [];
    if (rows.length > 0) added += await ctx.transact((tx) => storeRows(tx, ctx, timeZone, rows));
    onProgress({ read, of: rowCount });
    if (pace.pauseMs > 0) await sleep(pace.pauseMs);
  }
  for await (const row of list.read()) {
    read += 1;
    if (isProblem(row)) {
      refusedCount += 1;
      if (problems.length < problemsAtMost) problems.push(row);
    } else batch.push(row);
    if (batch.length >= pace.rowsAtOnce) await flush();
  }
  await flush();
  return ok({ read, added, known: read - added - refusedCount, refused: refusedCount, problems });
}
