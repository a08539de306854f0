/** Media type that marks a dragged draft while it is over the calendar. */
export const draftMedium = "application/x-shoutloop-draft";

const usualHour = "09:00";
const stepMinutes = 30;

/**
 * Returns the time for a draft that is dropped on a day: 09:00; for today the half hour that is 30 to 60
 * minutes ahead, between 09:00 and 23:59. Both times are in the workspace's time zone.
 */
export function timeForDraft(day: string, now: string): string {
  if (day !== now.slice(0, 10)) return `${day}T${usualHour}`;
  const minutes = Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16));
  const next = Math.max(540, (Math.floor(minutes / stepMinutes) + 2) * stepMinutes);
  const at = Math.min(next, 24 * 60 - 1);
  return `${day}T${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}
