import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { refuseOther } from "./changed-since.ts";
import type { MemberRoleInput } from "./input.ts";
import { lockMembers, updateRole } from "./member-repository.ts";
import { requireRole } from "./require-role.ts";
import { isLastOwner } from "./workspace.ts";

/**
 * Takes effect at the member's next request: the role is read anew each time. What another owner made of it
 * since it was shown is not written over.
 */
export async function changeMemberRole(
  ctx: Context,
  { userId, role, from }: MemberRoleInput,
): Promise<Result<null, "last-owner" | "changed-since">> {
  requireRole(ctx, "owner");
  return ctx.transact(async (tx) => {
    const members = await lockMembers(tx, ctx.workspaceId);
    const before = members.find((member) => member.userId === userId)?.role;
    if (!before) throw new NotFound("member", userId);
    if (from && from !== before && role !== before)
      return refuseOther(tx, ctx, { id: userId, type: "member.changed" }, { role: before });
    if (role !== "owner" && isLastOwner(members, userId)) return refused("last-owner");
    await updateRole(tx, ctx.workspaceId, userId, role);
    await record(tx, ctx, "member.changed", userId, { role });
    return ok(null);
  });
}
