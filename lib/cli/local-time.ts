import type { Context } from "../kernel/context.ts";
import { wallClock } from "../kernel/local-time.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";

/** Formats a time in the workspace's time zone, such as `2026-12-01 09:00`. */
export async function localTime(ctx: Context, at: Date): Promise<string> {
  const { timeZone } = await showWorkspace(ctx);
  return wallClock(at, timeZone).replace("T", " ");
}
