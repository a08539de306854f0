import type { Context } from "#lib/kernel/context";
import { showSending } from "#lib/publisher/stop-sending";
import { showUser } from "#lib/workspaces/show-user";

import type { Stop } from "./stopped-sentence.tsx";

/** What is stopped now, with the names of those who did it, and what this person may do about it. */
export async function loadStops(ctx: Context) {
  const sending = await showSending(ctx);
  const stops = await Promise.all(
    (["workspace", "installation"] as const).map(async (scope): Promise<Stop[]> => {
      const stop = sending[scope];
      if (!stop) return [];
      return [{ scope, at: stop.stoppedAt, by: await nameOf(ctx, stop.stoppedBy) }];
    }),
  );
  const mayStop = ctx.actor.role === "manager" || ctx.actor.role === "owner";
  return { stops: stops.flat(), mayStop, mayStopAll: sending.mayStopAll };
}

async function nameOf(ctx: Context, id: string): Promise<string | null | undefined> {
  if (id === "cli" || id === "system") return null;
  return (await showUser(ctx, id))?.name;
}
