import { asc, eq } from "drizzle-orm";

import type { Db } from "#lib/db/store";
import type { Event } from "#lib/events/event";
import { events } from "#lib/events/schema";
import { jobs } from "#lib/jobs/schema";

/** Events after which something is still to be done, oldest first. */
export async function pendingEvents(db: Db): Promise<Event[]> {
  const rows = await db
    .selectDistinct({ event: events })
    .from(events)
    .innerJoin(jobs, eq(jobs.eventId, events.id))
    .orderBy(asc(events.id));
  return rows.map(({ event }) => event);
}
