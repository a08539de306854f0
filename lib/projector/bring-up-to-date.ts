import { suggestShoutOuts } from "../advocacy/suggest-shout-outs.ts";
import { systemContext, type Runtime } from "../kernel/context.ts";
import { deriveDue } from "./derive-due.ts";

/** Journeys and figures with what was stored; whom to thank may be somebody else after that. */
export async function bringUpToDate(runtime: Runtime, stopping?: AbortSignal): Promise<void> {
  const changed = await deriveDue(runtime, { stopping });
  for (const workspaceId of changed) await suggestShoutOuts(systemContext(runtime, workspaceId));
}
