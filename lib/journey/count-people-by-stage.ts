import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { countByStage } from "./count-repository.ts";

/** Returns the number of people in each stage now, by stage id. People who are away are not counted. */
export async function countPeopleByStage(ctx: Context): Promise<ReadonlyMap<string, number>> {
  requireRole(ctx, "viewer");
  const rows = await countByStage(ctx.db, ctx.workspaceId);
  return new Map(rows.flatMap(({ stageId, people }) => (stageId ? [[stageId, people]] : [])));
}
