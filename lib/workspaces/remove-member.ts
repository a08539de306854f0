import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { deleteMembership, lockMembers } from "./member-repository.ts";
import { requireRole } from "./require-role.ts";
import { deleteSessionsOf } from "./session-repository.ts";
import { isLastOwner } from "./workspace.ts";

/**
 * Removes a member from the workspace. The user and their other workspaces remain, but all their sessions
 * end.
 */
export async function removeMember(
  ctx: Context,
  { userId }: { userId: string },
): Promise<Result<null, "last-owner">> {
  requireRole(ctx, "owner");
  return ctx.transact(async (tx) => {
    const members = await lockMembers(tx, ctx.workspaceId);
    if (!members.some((member) => member.userId === userId)) throw new NotFound("member", userId);
    if (isLastOwner(members, userId)) return refused("last-owner");
    await deleteMembership(tx, ctx.workspaceId, userId);
    // Members who leave by themselves stay signed in for their other workspaces.
    if (userId !== ctx.actor.id) await deleteSessionsOf(tx, userId);
    await record(tx, ctx, "member.removed", userId, {});
    return ok(null);
  });
}
