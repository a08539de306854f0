import type { Runtime } from "../kernel/context.ts";
import { listIds } from "./workspace-repository.ts";

/** Returns the ids of all workspaces, for scheduled work. */
export async function listWorkspaceIds(runtime: Runtime): Promise<string[]> {
  return listIds(runtime.db);
}
