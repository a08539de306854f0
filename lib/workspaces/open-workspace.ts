import type { Runtime, Role } from "../kernel/context.ts";
import { findWorkspaceOf } from "./member-repository.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Returns the workspace with this slug and the user's role. Throws `NotFound` if the user is not a member.
 */
export async function openWorkspace(
  runtime: Pick<Runtime, "db">,
  userId: string,
  slug: string,
): Promise<{ workspace: Workspace; role: Role }> {
  return findWorkspaceOf(runtime.db, userId, slug);
}
