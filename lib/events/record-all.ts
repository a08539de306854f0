import { bulkInsert } from "../db/bulk.ts";
import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { answeredTypes, type EventDetails, type EventType } from "./event.ts";
import { events } from "./schema.ts";

interface Told<Type extends EventType> {
  readonly ctx: Pick<Context, "workspaceId" | "actor" | "clock" | "newId">;
  readonly subjectId: string;
  readonly detail: EventDetails[Type];
}

/** As `record`, for many events of one type in one statement. */
export async function recordAll<Type extends EventType>(
  tx: Tx,
  type: Type,
  all: readonly Told<Type>[],
): Promise<void> {
  const isPending = answeredTypes.has(type);
  const rows = all.map(({ ctx, subjectId, detail }) => ({
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    type,
    actorId: ctx.actor.id,
    subjectId,
    detail: { ...detail },
    at: ctx.clock.now(),
    isPending,
    leaseUntil: null,
  }));
  await insertEvents(tx, rows);
}

const insertEvents = bulkInsert(events);
