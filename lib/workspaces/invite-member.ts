import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { inviteInput, type InviteInput } from "./input.ts";
import { insertInvitation } from "./invitation-repository.ts";
import { invitationDays, newToken, tokenFingerprint, type Invitation } from "./invitation.ts";
import { listMemberRows } from "./member-repository.ts";
import { requireRole } from "./require-role.ts";

/**
 * Creates an invitation and returns the token for its link. The token is not stored, so it cannot be shown
 * again.
 */
export async function inviteMember(
  ctx: Context,
  input: InviteInput,
): Promise<Result<{ invitationId: string; token: string }, "already-member">> {
  requireRole(ctx, "owner");
  const { role, email } = inviteInput.parse(input);
  const token = newToken();
  const now = ctx.clock.now();
  const invitation: Invitation = {
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    role,
    email,
    tokenFingerprint: tokenFingerprint(ctx.secrets, token),
    invitedBy: ctx.actor.id,
    createdAt: now,
    expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
    acceptedAt: null,
    acceptedBy: null,
    withdrawnAt: null,
  };
  return ctx.transact(async (tx) => {
    const members = await listMemberRows(tx, ctx.workspaceId);
    if (email && members.some((member) => member.email === email))
      return refused("already-member", { email });
    await insertInvitation(tx, invitation);
    await record(tx, ctx, "member.invited", invitation.id, { role, ...(email && { email }) });
    return ok({ invitationId: invitation.id, token });
  });
}
