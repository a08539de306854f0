import type { Command } from "commander";

import type { DayOrder } from "../../kernel/read-day.ts";

/** Which of two numbers is the day, where `--day-first` or `--month-first` says so. */
export function dayOrderIn(command: Command): DayOrder | undefined {
  const { dayFirst, monthFirst } = command.opts<{ dayFirst?: boolean; monthFirst?: boolean }>();
  if (dayFirst) return "day-first";
  return monthFirst ? "month-first" : undefined;
}
