import { findJob } from "../jobs/repository.ts";
import type { Context } from "../kernel/context.ts";

/** Whether the job is still a dead letter, not retried yet. */
export async function isDeadLetter(ctx: Context, jobId: string): Promise<boolean> {
  const job = await findJob(ctx.db, ctx.workspaceId, jobId);
  return job !== undefined && job.diedAt !== null;
}
