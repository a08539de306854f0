import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { deriveJourneys } from "./derive-journeys.ts";
import { listEverybody } from "./repository.ts";

/** Derives everybody's journey from the log again: after a change of rules or stages. */
export async function rebuildJourneys(ctx: Context): Promise<number> {
  requireRole(ctx, "manager");
  const everybody = await listEverybody(ctx.db, ctx.workspaceId);
  await deriveJourneys(ctx, everybody);
  return everybody.length;
}
