import type { Tx } from "../db/store.ts";
import { jobsOf } from "../jobs/job.ts";
import { insertJobs } from "../jobs/repository.ts";
import type { Context } from "../kernel/context.ts";
import type { EventDetails, EventType } from "./event.ts";
import { handlersOf } from "./handlers.ts";
import { events } from "./schema.ts";

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
  const event = {
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    type,
    actorId: ctx.actor.id,
    subjectId,
    detail: { ...detail },
    at: ctx.clock.now(),
  };
  await tx.insert(events).values(event);
  await insertJobs(tx, jobsOf(event, handlersOf(type)));
}
