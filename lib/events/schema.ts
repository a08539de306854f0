import { id, index, instant, json, table, text } from "../db/columns.ts";

/** The append-only audit log. Work that an event still causes is in `jobs`. */
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
  },
  (event) => [index("events_subject").on(event.workspaceId, event.subjectId)],
);
