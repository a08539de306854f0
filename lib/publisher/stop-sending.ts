import type { StopSendingInput } from "../deliveries/input.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { Forbidden } from "../kernel/errors.ts";
import { type Result, ok } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { type SendingStop, type StopScope, everywhere, isStopped } from "./sending-stop.ts";
import { deleteStop, findFirstWorkspaceId, insertStop, listStops } from "./stop-repository.ts";

/**
 * Stops sending by all workers within two seconds. Planned deliveries keep their places and those in doubt
 * are still reconciled. Requests that have left cannot be recalled.
 */
export async function stopSending(
  ctx: Context,
  { scope }: StopSendingInput,
): Promise<Result<{ scope: string }, never>> {
  const id = await requireStopRight(ctx, scope);
  return ctx.transact(async (tx) => {
    const stop = { id, stoppedAt: ctx.clock.now(), stoppedBy: ctx.actor.id };
    if (await insertStop(tx, stop)) await record(tx, ctx, "sending.stopped", id, { scope });
    return ok({ scope });
  });
}

/**
 * Resumes sending. Waiting deliveries are sent in order; the workspace's settings decide about those that are
 * too late.
 */
export async function resumeSending(
  ctx: Context,
  { scope }: StopSendingInput,
): Promise<Result<{ scope: string }, never>> {
  const id = await requireStopRight(ctx, scope);
  return ctx.transact(async (tx) => {
    if (await deleteStop(tx, id)) await record(tx, ctx, "sending.resumed", id, { scope });
    return ok({ scope });
  });
}

/**
 * Returns the id of the stop that the actor may set and lift, or throws `Forbidden`. A workspace's stop needs
 * its manager; the installation's stop needs an owner of the first workspace or the command line.
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

/** Whether the actor may act for the whole installation. */
export async function runsInstallation(ctx: Context): Promise<boolean> {
  if (ctx.actor.role !== "owner") return false;
  return ctx.actor.id === "system" || (await findFirstWorkspaceId(ctx.db)) === ctx.workspaceId;
}

export interface Sending {
  /** True if nothing is sent from this workspace, because of one stop or both. */
  readonly isStopped: boolean;
  readonly workspace: SendingStop | undefined;
  readonly installation: SendingStop | undefined;
  /** Whether the user may stop and resume sending in all workspaces. */
  readonly mayStopAll: boolean;
}

/** Returns whether posts of this workspace are sent, and who stopped them if not. */
export async function showSending(ctx: Context): Promise<Sending> {
  requireRole(ctx, "viewer");
  const stops = await listStops(ctx.db);
  return {
    isStopped: isStopped(stops, ctx.workspaceId),
    workspace: stops.find(({ id }) => id === ctx.workspaceId),
    installation: stops.find(({ id }) => id === everywhere),
    mayStopAll: await runsInstallation(ctx),
  };
}
