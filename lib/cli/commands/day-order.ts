import type { Command } from "commander";

import type { DayOrder } from "../../kernel/read-day.ts";

/** Returns the order of day and month if `--day-first` or `--month-first` is given. */
export function dayOrderIn(command: Command): DayOrder | undefined {
  const { dayFirst, monthFirst } = command.opts<{ dayFirst?: boolean; monthFirst?: boolean }>();
  if (dayFirst) return "day-first";
  return monthFirst ? "month-first" : undefined;
}
