import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { countInStates } from "./repository.ts";

/** How many deliveries wait for a person's answer: the figure in the menu and on Today. */
export async function countQuestions(ctx: Context): Promise<number> {
  requireRole(ctx, "viewer");
  return countInStates(ctx.db, ctx.workspaceId, ["needs_person", "missed", "failed"]);
}
