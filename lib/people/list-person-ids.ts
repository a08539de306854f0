import type { Context } from "../kernel/context.ts";
import { listIdentitiesById } from "./identity-repository.ts";

/** Returns the ids of these identities' people. */
export async function listPersonIds(
  { db, workspaceId }: Pick<Context, "db" | "workspaceId">,
  identityIds: readonly string[],
): Promise<string[]> {
  const identities = await listIdentitiesById(db, workspaceId, identityIds);
  return identities.map(({ personId }) => personId);
}
