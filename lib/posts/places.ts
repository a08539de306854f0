import { addDays, instantOf, localDay } from "../kernel/local-time.ts";
import type { Slot } from "../workspaces/queue-settings.ts";

/** A slot on one day: an instant at which an account may post. */
export interface Place {
  readonly accountId: string;
  readonly at: Date;
  readonly stageId: string | null;
}

/**
 * The places that weekly slots give with `from < at < until`, in order. A time that the clock skips is the
 * next minute that exists, of a time that comes twice it is the first. Two slots that the clock puts on one
 * instant are one place, the earlier slot's.
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
  // A slot of the day before may have been put off into this one.
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
  // Calendar days are counted in UTC: no clock ever jumps there.
  const weekday = ((new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7) + 1;
  const own = slots.filter((slot) => slot.weekday === weekday);
  return own.toSorted((one, other) => one.time.localeCompare(other.time));
}
