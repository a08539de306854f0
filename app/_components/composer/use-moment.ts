"use client";

import { useFormatter } from "next-intl";

import type { WallClock } from "./draft.ts";

/** Writes a wall-clock moment as "Thu 3 Dec, 19:30", whatever zone the browser is in. Half a date gives nothing. */
export function useMoment(): (at: WallClock) => string {
  const format = useFormatter();
  return (at) => {
    const date = new Date(`${at}Z`);
    if (Number.isNaN(date.getTime())) return "";
    const day = format.dateTime(date, {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    });
    return `${day.replace(",", "")}, ${at.slice(11, 16)}`;
  };
}
