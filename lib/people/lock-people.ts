import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { lockPersons } from "./repository.ts";

/** Locks these people until the transaction ends and returns their ids, without deleted and merged ones. */
export async function lockPeople(
  tx: Tx,
  { workspaceId }: Pick<Context, "workspaceId">,
  personIds: readonly string[],
): Promise<string[]> {
  return lockPersons(tx, workspaceId, personIds);
}
