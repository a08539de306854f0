import { record } from "../events/record.ts";
import { findJob, reviveJob } from "../jobs/repository.ts";
import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { ok, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { JobIdInput } from "./input.ts";

/**
 * Resets a dead letter so that it is tried again, with the full number of attempts. Every handler may safely
 * run twice, so editors may do this. If the job is no longer a dead letter, nothing changes.
 */
export async function retryDeadLetter(
  ctx: Context,
  { jobId }: JobIdInput,
): Promise<Result<{ jobId: string }, never>> {
  requireRole(ctx, "editor");
  return ctx.transact(async (tx) => {
    const job = await findJob(tx, ctx.workspaceId, jobId);
    if (!job) throw new NotFound("job", jobId);
    if (await reviveJob(tx, ctx.workspaceId, jobId)) {
      const { eventType, handler } = job;
      await record(tx, ctx, "job.retried", jobId, { eventType, handler });
    }
    return ok({ jobId });
  });
}
