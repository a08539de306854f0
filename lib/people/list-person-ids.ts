import type { Context } from "../kernel/context.ts";
import { listIdentitiesById } from "./identity-repository.ts";

/** Whose these identities are. */
export async function listPersonIds(
  { db, workspaceId }: Pick<Context, "db" | "workspaceId">,
  identityIds: readonly string[],
): Promise<string[]> {
  const identities = await listIdentitiesById(db, workspaceId, identityIds);
  return identities.map(({ personId }) => personId);
}
