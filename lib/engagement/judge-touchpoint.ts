import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { markChangedTouchpoints } from "../projections/mark-due.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { findTouchpoint, saveVerdict } from "./repository.ts";
import type { Touchpoint } from "./touchpoint.ts";

/** A person's reading of the words, which outranks the text signals from now on. */
export async function judgeTouchpoint(
  ctx: Context,
  touchpointId: string,
  verdict: NonNullable<Touchpoint["verdict"]>,
): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.transact(async (tx) => {
    await findTouchpoint(tx, ctx.workspaceId, touchpointId);
    await markChangedTouchpoints(tx, ctx, [touchpointId]);
    await saveVerdict(tx, ctx.workspaceId, touchpointId, verdict);
    await record(tx, ctx, "touchpoint.confirmed", touchpointId, { verdict });
  });
}
