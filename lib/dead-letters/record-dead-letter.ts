import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import { listHistory } from "../events/repository.ts";
import type { Job } from "../jobs/job.ts";
import type { Context } from "../kernel/context.ts";

/**
 * Records that a job was given up, so that people are notified. Not recorded for the job that sends this
 * notification itself: if all notifications failed, each dead letter would cause another one.
 */
export async function recordDeadLetter(tx: Tx, ctx: Context, job: Job): Promise<void> {
  const { id, eventType, handler } = job;
  if (eventType === "job.given-up") return;
  await record(tx, ctx, "job.given-up", id, { eventType, handler });
}

/** Returns the ids of the events that recorded the job's failures, latest first. */
export async function listGivenUp(ctx: Context, jobId: string): Promise<string[]> {
  const history = await listHistory(ctx.db, ctx.workspaceId, jobId);
  return history.filter(({ type }) => type === "job.given-up").map(({ id }) => id);
}
