import { inArray } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { workspaces } from "../workspaces/schema.ts";
import type { WorkspaceSettings } from "../workspaces/workspace.ts";

export async function listSettings(
  db: Db,
  workspaceIds: readonly string[],
): Promise<Map<string, WorkspaceSettings>> {
  if (workspaceIds.length === 0) return new Map();
  const rows = await db
    .select({ id: workspaces.id, settings: workspaces.settings })
    .from(workspaces)
    .where(inArray(workspaces.id, [...workspaceIds]));
  return new Map(rows.map((row) => [row.id, row.settings]));
}
