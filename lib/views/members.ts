import type { Context } from "../kernel/context.ts";
import { listInvitations } from "../workspaces/list-invitations.ts";
import { listMembers } from "../workspaces/list-members.ts";
import { requireRole } from "../workspaces/require-role.ts";

/** Returns the members and, for owners, the invitations. */
export async function viewMembers(ctx: Context) {
  requireRole(ctx, "viewer");
  const isOwner = ctx.actor.role === "owner";
  const [members, invitations] = await Promise.all([
    listMembers(ctx),
    isOwner ? listInvitations(ctx) : [],
  ]);
  return { isOwner, members, invitations };
}
