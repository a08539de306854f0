import { id, index, instant, integer, table, text } from "../db/columns.ts";

/**
 * The outbox: work that events still cause. A row is inserted in the transaction of its event and deleted
 * once its handler has run.
 */
export const jobs = table(
  "jobs",
  {
    /** `<event>:<handler>`, so that jobs sort like their events. */
    id: id(),
    workspaceId: text().notNull(),
    eventId: text().notNull(),
    eventType: text().notNull(),
    handler: text().notNull(),
    /** Number of attempts that were started. */
    attempts: integer().notNull(),
    /** Null if the job is due at once. */
    nextTryAt: instant(),
    leaseUntil: instant(),
    /** Why the last attempt failed, without quoted data. */
    lastError: text(),
    /** Set when the job becomes a dead letter, which only a person can retry. */
    diedAt: instant(),
  },
  (job) => [
    index("jobs_waiting").on(job.diedAt, job.id),
    index("jobs_workspace").on(job.workspaceId, job.diedAt),
  ],
);
