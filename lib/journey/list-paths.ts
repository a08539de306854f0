import type { Context } from "../kernel/context.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listTransitions } from "./repository.ts";

export type PathPoint = { readonly at: Date; readonly stageKey: string };

/**
 * Returns the moves of several people as points of a path, by person id: for the small drawing beside a name.
 */
export async function listPaths(
  ctx: Context,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PathPoint[]>> {
  requireRole(ctx, "viewer");
  if (personIds.length === 0) return new Map();
  const [stages, moves] = await Promise.all([
    listStages(ctx),
    listTransitions(ctx.db, ctx.workspaceId, personIds),
  ]);
  const keyOf = new Map(stages.map((stage) => [stage.id, stage.key]));
  const paths = new Map<string, PathPoint[]>();
  for (const { personId, toStageId, at } of moves) {
    const stageKey = keyOf.get(toStageId ?? "");
    if (stageKey) paths.set(personId, [...(paths.get(personId) ?? []), { at, stageKey }]);
  }
  return paths;
}
