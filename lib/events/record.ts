import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { answeredTypes, type EventDetails, type EventType } from "./event.ts";
import { events } from "./schema.ts";

/** Appends to the workspace's history in the same transaction as the change it tells of. */
export async function record<Type extends EventType>(
  tx: Tx,
  ctx: Pick<Context, "workspaceId" | "actor" | "clock" | "newId">,
  type: Type,
  subjectId: string,
  detail: EventDetails[Type],
): Promise<void> {
  await tx.insert(events).values({
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    type,
    actorId: ctx.actor.id,
    subjectId,
    detail: { ...detail },
    at: ctx.clock.now(),
    isPending: answeredTypes.has(type),
    leaseUntil: null,
  });
}
