import type { Db } from "../db/store.ts";
import { listIdentityIds, listLog, listLogs, type LogRow } from "./log-repository.ts";
import { comparePositions, positionOfTouchpoint, type Position } from "./position.ts";

export type { LogRow } from "./log-repository.ts";

/**
 * Returns the next log entries of these people, ordered by person and position, and whether these are all.
 * For a single person it reads at most `limit` + 1 rows per identity, however long the log is.
 */
export async function readLogs(
  tx: Db,
  workspaceId: string,
  people: readonly { readonly personId: string; readonly after: Position }[],
  limit: number,
): Promise<{ readonly rows: readonly LogRow[]; readonly isAll: boolean }> {
  const [only] = people;
  const found =
    people.length === 1 && only
      ? await readOne(tx, workspaceId, only, limit + 1)
      : await listLogs(tx, workspaceId, people, limit + 1);
  return { rows: found.slice(0, limit), isAll: found.length <= limit };
}

async function readOne(
  tx: Db,
  workspaceId: string,
  { personId, after }: { readonly personId: string; readonly after: Position },
  limit: number,
): Promise<LogRow[]> {
  const rows: LogRow[] = [];
  for (const identityId of await listIdentityIds(tx, workspaceId, personId))
    rows.push(...(await listLog(tx, workspaceId, identityId, after, limit)));
  return rows
    .map((row) => ({ row, position: positionOfTouchpoint(row.touchpoint) }))
    .toSorted((a, b) => comparePositions(a.position, b.position))
    .slice(0, limit)
    .map(({ row }) => row);
}
