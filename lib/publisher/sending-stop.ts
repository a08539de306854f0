import type { sendingStops } from "./schema.ts";

export type SendingStop = typeof sendingStops.$inferSelect;

/** Id of the stop that applies to all workspaces. */
export const everywhere = "installation";

export type StopScope = "workspace" | "installation";

/** Whether sending is stopped in the workspace, by its own stop or by that of the installation. */
export function isStopped(stops: readonly Pick<SendingStop, "id">[], workspaceId: string): boolean {
  return stops.some(({ id }) => id === workspaceId || id === everywhere);
}
