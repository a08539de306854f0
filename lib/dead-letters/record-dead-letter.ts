import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import { listHistory } from "../events/repository.ts";
import type { Job } from "../jobs/job.ts";
import type { Context } from "../kernel/context.ts";

/**
 * So that people are told. Where it is the telling of a dead letter that was given up nobody is, or
 * what breaks all telling would make a dead letter of every dead letter.
 */
export async function recordDeadLetter(tx: Tx, ctx: Context, job: Job): Promise<void> {
  const { id, eventType, handler } = job;
  if (eventType === "job.given-up") return;
  await record(tx, ctx, "job.given-up", id, { eventType, handler });
}

/** The events that tell when the job was given up, the latest first. */
export async function listGivenUp(ctx: Context, jobId: string): Promise<string[]> {
  const history = await listHistory(ctx.db, ctx.workspaceId, jobId);
  return history.filter(({ type }) => type === "job.given-up").map(({ id }) => id);
}
