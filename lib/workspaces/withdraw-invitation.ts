import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { lockInvitation, updateInvitation } from "./invitation-repository.ts";
import { requireRole } from "./require-role.ts";

export async function withdrawInvitation(
  ctx: Context,
  { invitationId }: { invitationId: string },
): Promise<Result<null, "invitation-used">> {
  requireRole(ctx, "owner");
  return ctx.transact(async (tx) => {
    const invitation = await lockInvitation(tx, ctx.workspaceId, invitationId);
    if (invitation.acceptedAt) return refused("invitation-used");
    if (invitation.withdrawnAt) return ok(null);
    await updateInvitation(tx, invitation, { withdrawnAt: ctx.clock.now() });
    await record(tx, ctx, "invitation.withdrawn", invitation.id, {});
    return ok(null);
  });
}
