import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { deriveJourneys } from "./derive-journeys.ts";
import { listPersonsOf } from "./repository.ts";

/** Puts new or changed touchpoints to their stage, and moves the people whose they are. */
export async function classifyTouchpoints(
  ctx: Context,
  touchpointIds: readonly string[],
): Promise<void> {
  requireRole(ctx, "editor");
  if (touchpointIds.length === 0) return;
  await deriveJourneys(ctx, await listPersonsOf(ctx.db, ctx.workspaceId, touchpointIds));
}
