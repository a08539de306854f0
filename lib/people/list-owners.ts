import type { Context } from "../kernel/context.ts";
import { listPersonsOfTouchpoints } from "./identity-repository.ts";

/** Whose touchpoints these are. */
export async function listOwners(
  { db, workspaceId }: Pick<Context, "db" | "workspaceId">,
  touchpointIds: readonly string[],
): Promise<string[]> {
  return touchpointIds.length === 0 ? [] : listPersonsOfTouchpoints(db, workspaceId, touchpointIds);
}
