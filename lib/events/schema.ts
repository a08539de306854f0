import { flag, id, index, instant, json, table, text } from "../db/columns.ts";

/** Append-only: audit log and outbox in one. `isPending` is true until `lib/reactions.ts` has answered it. */
export const events = table(
  "events",
  {
    id: id(),
    workspaceId: text().notNull(),
    type: text().notNull(),
    actorId: text().notNull(),
    subjectId: text().notNull(),
    detail: json<Record<string, unknown>>().notNull(),
    at: instant().notNull(),
    isPending: flag().notNull(),
    /** A worker is answering it until then. */
    leaseUntil: instant(),
  },
  (event) => [
    index("events_pending").on(event.isPending, event.id),
    index("events_subject").on(event.workspaceId, event.subjectId),
  ],
);
