import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import type { EventDetails, EventType } from "./event.ts";
import { recordAll } from "./record-all.ts";

/**
 * Appends to the workspace's history, in the same transaction as the change that it is about, and
 * leaves there what is to be done after it.
 */
export async function record<Type extends EventType>(
  tx: Tx,
  ctx: Pick<Context, "workspaceId" | "actor" | "clock" | "newId">,
  type: Type,
  subjectId: string,
  detail: EventDetails[Type],
): Promise<void> {
  await recordAll(tx, type, [{ ctx, subjectId, detail }]);
}
