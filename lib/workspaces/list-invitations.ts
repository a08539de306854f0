import type { Context, Role } from "../kernel/context.ts";
import { listUnansweredInvitations } from "./invitation-repository.ts";
import { requireRole } from "./require-role.ts";

export interface OpenInvitation {
  readonly id: string;
  readonly role: Role;
  readonly email: string | null;
  readonly expiresAt: Date;
}

/** Returns invitations that can still be accepted, newest first. */
export async function listInvitations(ctx: Context): Promise<OpenInvitation[]> {
  requireRole(ctx, "owner");
  const now = ctx.clock.now();
  const unanswered = await listUnansweredInvitations(ctx.db, ctx.workspaceId);
  return unanswered
    .filter(({ expiresAt }) => expiresAt > now)
    .map(({ id, role, email, expiresAt }) => ({ id, role, email, expiresAt }));
}
