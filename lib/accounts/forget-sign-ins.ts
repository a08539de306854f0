import type { Runtime } from "../kernel/context.ts";
import { listWorkspaceIds } from "../workspaces/list-workspace-ids.ts";
import { deleteSignInsBefore } from "./sign-in-repository.ts";

/** How long after its end a sign-in is kept, so that a waiting page can still say that it expired. */
const keptMs = 60 * 60_000;

/** Deletes expired sign-ins, because they contain what was entered, including a client secret. */
export async function forgetSignIns(runtime: Runtime): Promise<void> {
  const before = new Date(runtime.clock.now().getTime() - keptMs);
  for (const workspaceId of await listWorkspaceIds(runtime))
    await runtime.transact((tx) => deleteSignInsBefore(tx, workspaceId, before));
}
