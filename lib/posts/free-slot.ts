import { addDays } from "../kernel/local-time.ts";

/** Suggested posting times, as wall-clock times in the workspace's time zone. */
const hours = ["09:00", "12:30", "16:00", "19:30"] as const;
const horizonDays = 60;

/**
 * Returns the first suggested time (`YYYY-MM-DDTHH:mm`) after `now` that no other post has, on the first day
 * without a post in the stage; after 60 days it stops looking. All times are wall-clock times in the
 * workspace's time zone.
 */
export function nextFreeSlot(
  now: string,
  planned: readonly { at: string; stageId: string | null }[],
  stageId: string | null,
): string {
  const today = now.slice(0, 10);
  const soonest = `${today}T${later(now.slice(11))}`;
  const taken = new Set(planned.map((post) => post.at));
  for (let ahead = 0; ahead < horizonDays; ahead += 1) {
    const day = addDays(today, ahead);
    const hasStage = planned.some((post) => post.at.startsWith(day) && post.stageId === stageId);
    const free = hours.map((hour) => `${day}T${hour}`).find((at) => at > soonest && !taken.has(at));
    if (free && !hasStage) return free;
  }
  return `${addDays(today, horizonDays)}T${hours[0]}`;
}

/** Adds half an hour, because a time that is only minutes away is not offered. */
function later(time: string): string {
  const minutes = Math.min(
    24 * 60 - 1,
    Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + 30,
  );
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
