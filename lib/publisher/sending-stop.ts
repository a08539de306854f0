import type { sendingStops } from "./schema.ts";

export type SendingStop = typeof sendingStops.$inferSelect;

/** The id of the stop that holds for every workspace. */
export const everywhere = "installation";

export type StopScope = "workspace" | "installation";

/** Whether nothing may be sent in a workspace. */
export function isStopped(stops: readonly Pick<SendingStop, "id">[], workspaceId: string): boolean {
  return stops.some(({ id }) => id === workspaceId || id === everywhere);
}
