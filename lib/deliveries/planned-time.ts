import { instantOf, wallClock } from "../kernel/local-time.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { When } from "./input.ts";

export type TimeRefusal = "in-the-past" | "time-in-gap" | "unreadable-time";

/**
 * The instant a person means. A minute that the clock skips is refused with the next one that
 * exists; of a minute that comes twice, the first is taken.
 */
export function plannedTime(when: When, timeZone: string, now: Date): Result<Date, TimeRefusal> {
  if (when.kind === "now") return ok(now);
  const read = instantOf(when.at, timeZone);
  if (read.kind === "unreadable") return refused("unreadable-time", { at: when.at });
  if (read.kind === "gap")
    return refused("time-in-gap", {
      at: spoken(when.at),
      next: spoken(wallClock(read.at, timeZone)),
      timeZone,
    });
  if (read.at <= now)
    return refused("in-the-past", { at: spoken(when.at), now: spoken(wallClock(now, timeZone)) });
  return ok(read.at);
}

function spoken(wall: string): string {
  return wall.replace("T", " ");
}
