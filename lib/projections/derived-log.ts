import type { Db } from "../db/store.ts";
import { listIdentityIds, listLog, listLogs, type LogRow } from "./log-repository.ts";
import { comparePositions, positionOfTouchpoint, type Position } from "./position.ts";

export type { LogRow } from "./log-repository.ts";

/**
 * The next rows of these people's logs, person by person and in order, and whether that is all there
 * is. Of somebody with more than `limit`, only the next ones are read, however many stand behind.
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
