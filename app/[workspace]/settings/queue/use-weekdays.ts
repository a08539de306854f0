import { useDates } from "../../../_components/frame/dates.ts";
import type { Option } from "../../../_components/primitives/field.tsx";

/** Monday first, by their names in the reader's language. */
export function useWeekdays(weekday: "long" | "short" = "long"): Option[] {
  const write = useDates();
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    // The first was a Monday.
    label: write(`2024-01-0${day}`, { weekday }),
  }));
}
