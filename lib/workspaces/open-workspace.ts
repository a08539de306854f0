import type { Runtime, Role } from "../kernel/context.ts";
import { findWorkspaceOf } from "./member-repository.ts";
import type { Workspace } from "./workspace.ts";

/** The workspace behind an address, for a member of it. Throws NotFound for everybody else. */
export async function openWorkspace(
  runtime: Pick<Runtime, "db">,
  userId: string,
  slug: string,
): Promise<{ workspace: Workspace; role: Role }> {
  return findWorkspaceOf(runtime.db, userId, slug);
}
