import { useDates } from "../frame/dates.ts";
import type { WallClock } from "./draft.ts";

/**
 * Returns a function that writes a wall-clock time as "Thu 3 Dec, 19:30", or an empty text if it is
 * incomplete.
 */
export function useMoment(): (at: WallClock) => string {
  const write = useDates();
  return (at) => {
    const day = write(at, { weekday: "short", day: "numeric", month: "short" }).replace(",", "");
    return day && `${day}, ${at.slice(11, 16)}`;
  };
}
