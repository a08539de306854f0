import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { runsInstallation } from "./require-stop-right.ts";
import { everywhere, isStopped, type SendingStop } from "./sending-stop.ts";
import { listStops } from "./stop-repository.ts";

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
