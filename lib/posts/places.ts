import { addDays, instantOf, localDay } from "../kernel/local-time.ts";
import type { Slot } from "../workspaces/queue-settings.ts";

/** A slot on one day: an instant at which an account may post. */
export interface Place {
  readonly accountId: string;
  readonly at: Date;
  readonly stageId: string | null;
}

/**
 * Returns the places that weekly slots give with `from < at < until`, earliest first. A skipped time becomes
 * the next existing minute; of a repeated time the first is used. Two slots of an account at the same instant
 * are one place, that of the earlier slot.
 */
export function placesOf(
  slots: readonly Slot[],
  {
    timeZone,
    from,
    until,
  }: { readonly timeZone: string; readonly from: Date; readonly until: Date },
): Place[] {
  const instants = new Map<string, Date>();
  const instantAt = (wall: string) => {
    const read = instantOf(wall, timeZone);
    if (read.kind !== "unreadable") instants.set(wall, read.at);
    return instants.get(wall);
  };
  const places = new Map<string, Place>();
  const last = localDay(until, timeZone);
  // A clock change may have moved a slot of the previous day into this period.
  for (let day = addDays(localDay(from, timeZone), -1); day <= last; day = addDays(day, 1))
    for (const { accountId, time, stageId } of slotsOn(day, slots)) {
      const at = instants.get(`${day}T${time}`) ?? instantAt(`${day}T${time}`);
      if (!at || at <= from || at >= until) continue;
      const key = `${accountId} ${at.getTime()}`;
      if (!places.has(key)) places.set(key, { accountId, at, stageId });
    }
  return [...places.values()].toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function slotsOn(day: string, slots: readonly Slot[]): Slot[] {
  // Weekdays are computed in UTC, which has no clock changes.
  const weekday = ((new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7) + 1;
  const own = slots.filter((slot) => slot.weekday === weekday);
  return own.toSorted((one, other) => one.time.localeCompare(other.time));
}
