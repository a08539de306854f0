import { id, index, instant, integer, table, text } from "../db/columns.ts";

/**
 * The outbox: what is still to be done about an event. A row is written in the transaction of its
 * event, and goes once its handler has done the work.
 */
export const jobs = table(
  "jobs",
  {
    /** `<event>:<handler>`: jobs sort as their events do. */
    id: id(),
    workspaceId: text().notNull(),
    eventId: text().notNull(),
    eventType: text().notNull(),
    handler: text().notNull(),
    /** Tries that were begun. */
    attempts: integer().notNull(),
    /** Null: at once. */
    nextTryAt: instant(),
    leaseUntil: instant(),
    /** Why the last try failed, without the values of what it worked on. */
    lastError: text(),
    /** Set once it is given up: a dead letter, which only a person sends on its way again. */
    diedAt: instant(),
  },
  (job) => [
    index("jobs_waiting").on(job.diedAt, job.id),
    index("jobs_workspace").on(job.workspaceId, job.diedAt),
  ],
);
