import { encodeIds, isAmong } from "../db/bulk.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db } from "../db/store.ts";
import { workspaces } from "../workspaces/schema.ts";
import type { WorkspaceSettings } from "../workspaces/workspace.ts";

export async function listSettings(
  db: Db,
  workspaceIds: readonly string[],
): Promise<Map<string, WorkspaceSettings>> {
  if (workspaceIds.length === 0) return new Map();
  const rows = await settingsOf(db).execute({ ids: encodeIds(workspaceIds) });
  return new Map(rows.map((row) => [row.id, row.settings]));
}

/** Prepared, because every claim runs it. */
const settingsOf = cachedStatement((db) =>
  db
    .select({ id: workspaces.id, settings: workspaces.settings })
    .from(workspaces)
    .where(isAmong(workspaces.id, "ids"))
    .prepare("workspace_settings"),
);
