import { judgeTouchpoint } from "../engagement/judge-touchpoint.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { ConfirmInput } from "./input.ts";

/** A person read the words and says what they are; the journey and the suggestions follow. */
export async function confirmTouchpoint(
  ctx: Context,
  { touchpointId, verdict }: ConfirmInput,
): Promise<Result<{ touchpointId: string }, never>> {
  requireRole(ctx, "editor");
  await judgeTouchpoint(ctx, touchpointId, verdict);
  return ok({ touchpointId });
}
