import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { lockPersons } from "./repository.ts";

/** Nobody else decides anything about these people until the transaction ends. Those who are gone, or merged into others, are left out. */
export async function lockPeople(
  tx: Tx,
  { workspaceId }: Pick<Context, "workspaceId">,
  personIds: readonly string[],
): Promise<string[]> {
  return lockPersons(tx, workspaceId, personIds);
}
