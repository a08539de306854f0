import type { ConfirmInput } from "../advocacy/input.ts";
import { judgeTouchpoint } from "../engagement/judge-touchpoint.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { listPersonIds } from "../people/list-person-ids.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { settlePeople } from "./settle-people.ts";

/**
 * Stores a person's verdict on a touchpoint's text and derives what follows: "a complaint" opens a case that
 * holds thanks, "no complaint" closes the case it had opened.
 */
export async function confirmTouchpoint(
  ctx: Context,
  { touchpointId, verdict }: ConfirmInput,
): Promise<Result<{ touchpointId: string }, "nothing-to-read">> {
  requireRole(ctx, "editor");
  const judged = await judgeTouchpoint(ctx, touchpointId, verdict);
  if (!judged.ok) return judged;
  const { identityId } = judged.value;
  await settlePeople(ctx, await listPersonIds(ctx, [identityId]));
  return ok({ touchpointId });
}
