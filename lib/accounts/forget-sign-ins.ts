import type { Runtime } from "../kernel/context.ts";
import { listWorkspaceIds } from "../workspaces/list-workspace-ids.ts";
import { deleteSignInsBefore } from "./sign-in-repository.ts";

/** So long a page that waits can still say that a sign-in came too late. */
const keptMs = 60 * 60_000;

/** An abandoned sign-in holds what was typed to begin it, a client's secret too: not for longer than it is good for. */
export async function forgetSignIns(runtime: Runtime): Promise<void> {
  const before = new Date(runtime.clock.now().getTime() - keptMs);
  for (const workspaceId of await listWorkspaceIds(runtime))
    await runtime.transact((tx) => deleteSignInsBefore(tx, workspaceId, before));
}
