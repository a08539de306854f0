import { suggestShoutOuts } from "../advocacy/suggest-shout-outs.ts";
import { startLoop, type Loop } from "../jobs/loop.ts";
import { systemContext, type Runtime } from "../kernel/context.ts";
import { listWorkspaceIds } from "../workspaces/list-workspace-ids.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { markInactive } from "./mark-inactive.ts";

const second = 1_000;
const hour = 3_600 * second;

/** Starts the loops that keep everything derived up to date after changes and as time passes. */
export function startProjector(runtime: Runtime): Loop {
  const loops = [
    startLoop(runtime, { name: "Deriving", everyMs: 2 * second, afterCommitMs: 0 }, (stopping) =>
      bringUpToDate(runtime, stopping),
    ),
    startLoop(runtime, { name: "Marking people inactive", everyMs: hour }, (stopping) =>
      markInactive(runtime, stopping),
    ),
    startLoop(runtime, { name: "Suggesting shout-outs", everyMs: hour }, () =>
      suggestEverywhere(runtime),
    ),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

async function suggestEverywhere(runtime: Runtime): Promise<void> {
  for (const workspaceId of await listWorkspaceIds(runtime))
    await suggestShoutOuts(systemContext(runtime, workspaceId));
}
