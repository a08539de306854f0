import { wallClock } from "../kernel/local-time.ts";
import { readMoment } from "../kernel/read-moment.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { When } from "./input.ts";

export type TimeRefusal = "in-the-past" | "time-in-gap" | "unreadable-time";

/**
 * The instant a person means: by the workspace's clock, or with an offset of its own. A minute that the
 * clock skips is refused with the next one that exists; of a minute that comes twice, the first is taken.
 */
export function plannedTime(when: When, timeZone: string, now: Date): Result<Date, TimeRefusal> {
  if (when.kind === "now") return ok(now);
  const read = readMoment(when.at, { timeZone });
  // A day without a time is no moment to publish at.
  if (read.kind !== "moment" || read.isWholeDay) return refused("unreadable-time", { at: when.at });
  const there = spoken(wallClock(read.at, timeZone));
  if (read.clock === "gap")
    return refused("time-in-gap", { at: spoken(read.wall ?? when.at), next: there, timeZone });
  if (read.at <= now)
    return refused("in-the-past", { at: there, now: spoken(wallClock(now, timeZone)) });
  return ok(read.at);
}

function spoken(wall: string): string {
  return wall.replace("T", " ");
}
