import type { Installation } from "../kernel/context.ts";
import { listIds } from "./workspace-repository.ts";

/** Every workspace of the installation: for work that goes by the clock. */
export async function listWorkspaceIds(installation: Installation): Promise<string[]> {
  return listIds(installation.db);
}
