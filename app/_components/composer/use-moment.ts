import { useDates } from "../frame/dates.ts";
import type { WallClock } from "./draft.ts";

/** Writes a wall-clock moment as "Thu 3 Dec, 19:30". Half a date gives nothing. */
export function useMoment(): (at: WallClock) => string {
  const write = useDates();
  return (at) => {
    const day = write(at, { weekday: "short", day: "numeric", month: "short" }).replace(",", "");
    return day && `${day}, ${at.slice(11, 16)}`;
  };
}
