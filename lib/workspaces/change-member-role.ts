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
 * Changes a member's role, effective from the next request, since the role is read for each one. Refused if
 * another owner changed it since it was shown as `from`.
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
