import { wallClock } from "../kernel/local-time.ts";
import { readMoment } from "../kernel/read-moment.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { When } from "./input.ts";

/** A time as a person gave it, or an instant chosen before. */
export type PlannedFor = When | { readonly kind: "instant"; readonly at: Date };

export type TimeRefusal = "in-the-past" | "time-in-gap" | "unreadable-time";

/**
 * Returns the instant that a person means, in the workspace's time zone or with an offset of its own. A
 * skipped wall-clock time is refused, naming the next existing one; of a time that occurs twice, the first is
 * used. Times in the past are refused.
 */
export function plannedTime(
  when: PlannedFor,
  timeZone: string,
  now: Date,
): Result<Date, TimeRefusal> {
  if (when.kind === "now") return ok(now);
  if (when.kind === "instant") return when.at > now ? ok(when.at) : isPast(when.at, timeZone, now);
  const read = readMoment(when.at, { timeZone });
  // A day without a time cannot be used for publishing.
  if (read.kind !== "moment" || read.isWholeDay) return refused("unreadable-time", { at: when.at });
  const there = spoken(wallClock(read.at, timeZone));
  if (read.clock === "gap")
    return refused("time-in-gap", { at: spoken(read.wall ?? when.at), next: there, timeZone });
  return read.at > now ? ok(read.at) : isPast(read.at, timeZone, now);
}

function isPast(at: Date, timeZone: string, now: Date) {
  return refused("in-the-past", {
    at: spoken(wallClock(at, timeZone)),
    now: spoken(wallClock(now, timeZone)),
  });
}

function spoken(wall: string): string {
  return wall.replace("T", " ");
}
