import type { Runtime } from "../kernel/context.ts";
import { listIds } from "./workspace-repository.ts";

/** Every workspace of the installation: for work that goes by the clock. */
export async function listWorkspaceIds(runtime: Runtime): Promise<string[]> {
  return listIds(runtime.db);
}
