import type { StopSendingInput } from "../deliveries/input.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { Forbidden } from "../kernel/errors.ts";
import { type Result, ok } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { type SendingStop, type StopScope, everywhere, isStopped } from "./sending-stop.ts";
import { deleteStop, findFirstWorkspaceId, insertStop, listStops } from "./stop-repository.ts";

/**
 * Nothing is sent any more, by any worker, within two seconds. What is planned keeps its place; what
 * is in doubt is still asked for. A request that has left cannot be called back.
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

/** What was kept back leaves in order; what became too late meanwhile goes by the workspace's settings. */
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

export interface Sending {
  /** Nothing leaves this workspace, for one reason or both. */
  readonly isStopped: boolean;
  readonly workspace: SendingStop | undefined;
  readonly installation: SendingStop | undefined;
  /** Whether this person may stop and resume all workspaces at once. */
  readonly mayStopAll: boolean;
}

/** Whether posts may leave this workspace, and who stopped them if not. */
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
