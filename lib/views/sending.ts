import type { Context } from "../kernel/context.ts";
import { showLateness } from "../publisher/show-lateness.ts";
import { showSending } from "../publisher/stop-sending.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showUser } from "../workspaces/show-user.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";

/**
 * A stop of sending. `by`: name of the person who stopped it; null for the command line; undefined if they
 * have left.
 */
export interface Stop {
  readonly scope: "workspace" | "installation";
  readonly at: Date;
  readonly by: string | null | undefined;
}

/** Returns the current stops with the names of who made them, and what this person may do. */
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

/** Returns the settings for publishing: stops, the rule for late posts, and how punctual posts were. */
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
