import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { markChangedTouchpoints } from "../projections/mark-due.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { isReadable } from "./readable.ts";
import { findTouchpoint, saveVerdict } from "./repository.ts";
import type { Touchpoint } from "./touchpoint.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Saves a person's verdict on a touchpoint, which outranks the text signals from then on. Refuses a
 * touchpoint without text, unless it is a complaint or has stars.
 */
export async function judgeTouchpoint(
  ctx: Context,
  touchpointId: string,
  verdict: Verdict,
): Promise<Result<Touchpoint, "nothing-to-read">> {
  requireRole(ctx, "editor");
  return ctx.transact(async (tx) => {
    const touchpoint = await findTouchpoint(tx, ctx.workspaceId, touchpointId);
    if (!isReadable(touchpoint)) return refused("nothing-to-read");
    await markChangedTouchpoints(tx, ctx, [touchpointId]);
    await saveVerdict(tx, ctx.workspaceId, touchpointId, verdict);
    await record(tx, ctx, "touchpoint.confirmed", touchpointId, { verdict });
    return ok(touchpoint);
  });
}
