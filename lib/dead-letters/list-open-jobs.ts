import type { Event } from "../events/event.ts";
import { listEvents } from "../events/repository.ts";
import type { Job } from "../jobs/job.ts";
import { listJobs } from "../jobs/repository.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";

export interface OpenJob {
  readonly job: Job;
  readonly event: Event;
}

/** Returns the dead letters or the waiting jobs, each with its event, oldest first. */
export async function listOpenJobs(
  ctx: Context,
  { isDead, limit = 100 }: { isDead: boolean; limit?: number },
): Promise<OpenJob[]> {
  requireRole(ctx, "viewer");
  const { db, workspaceId } = ctx;
  const jobs = await listJobs(db, workspaceId, { isDead, limit });
  const eventIds = [...new Set(jobs.map(({ eventId }) => eventId))];
  const events = new Map((await listEvents(db, workspaceId, eventIds)).map((one) => [one.id, one]));
  return jobs.flatMap((job) => {
    const event = events.get(job.eventId);
    return event ? [{ job, event }] : [];
  });
}
