import type { Context } from "../kernel/context.ts";
import { Forbidden } from "../kernel/errors.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { everywhere, type StopScope } from "./sending-stop.ts";
import { findFirstWorkspaceId } from "./stop-repository.ts";

/**
 * The id of the stop that this person may set and lift: a manager that of the workspace; that of the
 * installation an owner of the workspace it was set up with, and whoever has its command line.
 */
export async function requireStopRight(ctx: Context, scope: StopScope): Promise<string> {
  if (scope === "workspace") {
    requireRole(ctx, "manager");
    return ctx.workspaceId;
  }
  requireRole(ctx, "owner");
  if (!(await runsInstallation(ctx)))
    throw new Forbidden("This needs an owner of the first workspace.");
  return everywhere;
}

/** Whether this person answers for all workspaces here. */
export async function runsInstallation(ctx: Context): Promise<boolean> {
  if (ctx.actor.role !== "owner") return false;
  return ctx.actor.id === "system" || (await findFirstWorkspaceId(ctx.db)) === ctx.workspaceId;
}
