import type { Runtime, Role } from "../kernel/context.ts";
import { listWorkspacesOf } from "./member-repository.ts";
import type { Workspace } from "./workspace.ts";

/** Returns the workspaces that the user is a member of, oldest first. */
export async function listWorkspaces(
  runtime: Pick<Runtime, "db">,
  userId: string,
): Promise<(Workspace & { role: Role })[]> {
  return listWorkspacesOf(runtime.db, userId);
}
