import type { Context } from "../kernel/context.ts";
import { showLateness } from "../publisher/show-lateness.ts";
import { showSending } from "../publisher/stop-sending.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showUser } from "../workspaces/show-user.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";

/** Who stopped it; null: the command line; undefined: somebody who has left. */
export interface Stop {
  readonly scope: "workspace" | "installation";
  readonly at: Date;
  readonly by: string | null | undefined;
}

/** What is stopped now, with the names of those who did it, and what this person may do about it. */
export async function viewSending(ctx: Context) {
  requireRole(ctx, "viewer");
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

/** How posts leave: what is stopped, what happens to those that are late, and how punctual they were. */
export async function viewPublishingSettings(ctx: Context) {
  requireRole(ctx, "viewer");
  const [sending, figures, { settings, timeZone, version }] = await Promise.all([
    viewSending(ctx),
    showLateness(ctx),
    showWorkspace(ctx),
  ]);
  return { sending, figures, settings, timeZone, version };
}

async function nameOf(ctx: Context, id: string): Promise<string | null | undefined> {
  if (id === "cli" || id === "system") return null;
  return (await showUser(ctx, id))?.name;
}
