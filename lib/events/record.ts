import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import type { EventDetails, EventType } from "./event.ts";
import { recordAll } from "./record-all.ts";

/**
 * Records an event in the workspace's history and inserts the jobs of its handlers, both in the transaction
 * of the change itself.
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
