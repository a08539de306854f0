import type { Context, Role } from "../kernel/context.ts";
import { listMemberRows } from "./member-repository.ts";
import { requireRole } from "./require-role.ts";

export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: Date;
}

/** Returns the members of the workspace, longest membership first. */
export async function listMembers(ctx: Context): Promise<Member[]> {
  requireRole(ctx, "viewer");
  return listMemberRows(ctx.db, ctx.workspaceId);
}
