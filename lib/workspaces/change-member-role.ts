import { record } from "../events/record.ts";
import type { Context, Role } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { lockMembers, updateRole } from "./member-repository.ts";
import { requireRole } from "./require-role.ts";
import { isLastOwner } from "./workspace.ts";

/** Takes effect at the member's next request: the role is read anew each time. */
export async function changeMemberRole(
  ctx: Context,
  { userId, role }: { userId: string; role: Role },
): Promise<Result<null, "last-owner">> {
  requireRole(ctx, "owner");
  return ctx.transact(async (tx) => {
    const members = await lockMembers(tx, ctx.workspaceId);
    if (!members.some((member) => member.userId === userId)) throw new NotFound("member", userId);
    if (role !== "owner" && isLastOwner(members, userId)) return refused("last-owner");
    await updateRole(tx, ctx.workspaceId, userId, role);
    await record(tx, ctx, "member.changed", userId, { role });
    return ok(null);
  });
}
