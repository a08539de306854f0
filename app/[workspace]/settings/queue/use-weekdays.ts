import { useDates } from "../../../_components/frame/dates.ts";
import type { Option } from "../../../_components/primitives/field.tsx";

/** Returns the weekdays from Monday on, named in the user's language. */
export function useWeekdays(weekday: "long" | "short" = "long"): Option[] {
  const write = useDates();
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    // 1 January 2024 was a Monday.
    label: write(`2024-01-0${day}`, { weekday }),
  }));
}
