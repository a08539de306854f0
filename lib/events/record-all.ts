import { bulkInsert } from "../db/bulk-write.ts";
import type { Tx } from "../db/store.ts";
import { jobsOf } from "../jobs/job.ts";
import { insertJobs } from "../jobs/repository.ts";
import type { Context } from "../kernel/context.ts";
import type { EventDetails, EventType } from "./event.ts";
import { handlersOf } from "./handlers.ts";
import { events } from "./schema.ts";

interface Happened<Type extends EventType> {
  readonly ctx: Pick<Context, "workspaceId" | "actor" | "clock" | "newId">;
  readonly subjectId: string;
  readonly detail: EventDetails[Type];
}

/** As `record`, for many events of one type, with one statement for the events and one for their jobs. */
export async function recordAll<Type extends EventType>(
  tx: Tx,
  type: Type,
  all: readonly Happened<Type>[],
): Promise<void> {
  const rows = all.map(({ ctx, subjectId, detail }) => ({
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    type,
    actorId: ctx.actor.id,
    subjectId,
    detail: { ...detail },
    at: ctx.clock.now(),
  }));
  await insertEvents(tx, rows);
  const handlers = handlersOf(type);
  await insertJobs(
    tx,
    rows.flatMap((event) => jobsOf(event, handlers)),
  );
}

const insertEvents = bulkInsert(events);
