import { suggestShoutOuts } from "../advocacy/suggest-shout-outs.ts";
import { systemContext, type Runtime } from "../kernel/context.ts";
import { deriveDue } from "./derive-due.ts";

/**
 * Derives journeys and figures from what was stored, then updates the suggested shout-outs of changed
 * workspaces.
 */
export async function bringUpToDate(runtime: Runtime, stopping?: AbortSignal): Promise<void> {
  const changed = await deriveDue(runtime, { stopping });
  for (const workspaceId of changed) await suggestShoutOuts(systemContext(runtime, workspaceId));
}
