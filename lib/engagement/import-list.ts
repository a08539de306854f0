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
  /** Rows that were stored before or occur twice, and rows from before their person was erased. */
  readonly known: number;
  readonly refused: number;
  /** The first 1,000 refused rows. */
  readonly problems: readonly RowProblem[];
}

const problemsAtMost = 1_000;

/**
 * Imports a list of any length as a stream: valid rows are stored, the others are reported. If it is
 * interrupted, a second run continues, because known rows add nothing.
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
    /** How many rows one transaction stores, and the pause before the next, in which others can write. */
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
