import type { Context } from "../kernel/context.ts";
import { listOwners } from "../people/list-owners.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { deriveJourneys } from "./derive-journeys.ts";

/** Puts new or changed touchpoints to their stage, and moves the people whose they are. */
export async function classifyTouchpoints(
  ctx: Context,
  touchpointIds: readonly string[],
): Promise<void> {
  requireRole(ctx, "editor");
  await deriveJourneys(ctx, await listOwners(ctx, touchpointIds));
}
