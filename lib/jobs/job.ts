import { backoffMs } from "./backoff.ts";
import type { jobs } from "./schema.ts";

export type Job = typeof jobs.$inferSelect;

/** Attempts of a job, spread over about an hour. After the last one it becomes a dead letter. */
export const maxAttempts = 8;
const limits = { firstMs: 30_000, longestMs: 3_600_000 };

/** Returns the jobs of an event, one per handler, which are inserted in the event's transaction. */
export function jobsOf(
  event: { readonly id: string; readonly workspaceId: string; readonly type: string },
  handlers: readonly string[],
): Job[] {
  return handlers.map((handler) => ({
    id: `${event.id}:${handler}`,
    workspaceId: event.workspaceId,
    eventId: event.id,
    eventType: event.type,
    handler,
    attempts: 0,
    nextTryAt: null,
    leaseUntil: null,
    lastError: null,
    diedAt: null,
  }));
}

/** Returns a job's columns after a failed attempt: the time of the next attempt, or its death. */
export function afterFailure(
  { attempts }: Pick<Job, "attempts">,
  lastError: string,
  now: Date,
): Pick<Job, "nextTryAt" | "lastError" | "diedAt"> {
  if (attempts >= maxAttempts) return { nextTryAt: null, lastError, diedAt: now };
  const nextTryAt = new Date(now.getTime() + backoffMs(attempts, limits));
  return { nextTryAt, lastError, diedAt: null };
}
