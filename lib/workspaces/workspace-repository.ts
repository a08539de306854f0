import { and, asc, eq, sql } from "drizzle-orm";

import { cachedStatement } from "../db/statement-cache.ts";
import type { Db, Tx } from "../db/store.ts";
import { NotFound } from "../kernel/errors.ts";
import { stages, workspaces } from "./schema.ts";
import type { Stage } from "./stage.ts";
import type { Workspace } from "./workspace.ts";

export async function findWorkspace(db: Db, workspaceId: string): Promise<Workspace> {
  const [row] = await byId(db).execute({ workspaceId });
  if (!row) throw new NotFound("workspace", workspaceId);
  return row;
}

/** Prepared, because nearly every use case runs it. */
const byId = cachedStatement((db) =>
  db
    .select()
    .from(workspaces)
    .where(eq(workspaces.id, sql.placeholder("workspaceId")))
    .prepare("find_workspace"),
);

export async function listIds(db: Db): Promise<string[]> {
  const rows = await db.select({ id: workspaces.id }).from(workspaces).orderBy(asc(workspaces.id));
  return rows.map((row) => row.id);
}

/** Returns the stages in order of the journey. */
export async function findStages(db: Db, workspaceId: string): Promise<Stage[]> {
  return db
    .select()
    .from(stages)
    .where(eq(stages.workspaceId, workspaceId))
    .orderBy(asc(stages.position));
}

export async function insertWorkspace(
  tx: Tx,
  workspace: Workspace,
  lanes: readonly Stage[],
): Promise<void> {
  await tx.insert(workspaces).values(workspace);
  await tx.insert(stages).values([...lanes]);
}

export async function listSlugs(db: Db): Promise<string[]> {
  const rows = await db.select({ slug: workspaces.slug }).from(workspaces);
  return rows.map((row) => row.slug);
}

/** Locks the workspace. All settings are one column, so only one transaction at a time may change them. */
export async function lockWorkspace(tx: Tx, workspaceId: string): Promise<Workspace> {
  const mine = eq(workspaces.id, workspaceId);
  const [row] = await tx.forUpdate(tx.select().from(workspaces).where(mine));
  if (!row) throw new NotFound("workspace", workspaceId);
  return row;
}

export async function updateWorkspace(
  tx: Tx,
  workspaceId: string,
  change: Partial<Pick<Workspace, "name" | "timeZone" | "settings" | "version">>,
): Promise<void> {
  await tx.update(workspaces).set(change).where(eq(workspaces.id, workspaceId));
}

export async function renameStage(
  tx: Tx,
  workspaceId: string,
  stageId: string,
  name: string | null,
): Promise<void> {
  const mine = and(eq(stages.workspaceId, workspaceId), eq(stages.id, stageId));
  await tx.update(stages).set({ name }).where(mine);
}

/** Replaces the template and all stages of the workspace. */
export async function saveStages(
  tx: Tx,
  workspaceId: string,
  stageTemplate: Workspace["stageTemplate"],
  rows: readonly Stage[],
): Promise<void> {
  await tx.update(workspaces).set({ stageTemplate }).where(eq(workspaces.id, workspaceId));
  await tx.delete(stages).where(eq(stages.workspaceId, workspaceId));
  await tx.insert(stages).values([...rows]);
}
