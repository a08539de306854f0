import type { Context } from "../kernel/context.ts";
import { wallClock } from "../kernel/local-time.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";

/** As the workspace's clock shows it: `2026-12-01 09:00`. */
export async function localTime(ctx: Context, at: Date): Promise<string> {
  const { timeZone } = await showWorkspace(ctx);
  return wallClock(at, timeZone).replace("T", " ");
}
