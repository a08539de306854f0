import type { Context } from "../kernel/context.ts";
import { addDays, localDay, startOfDay, wallClock } from "../kernel/local-time.ts";
import { quarterOf } from "../projections/figure.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { type BestTimes, bestTimesOf } from "./best-times.ts";
import { countByQuarter } from "./repository.ts";

export const bestTimesWeeks = 12;

/** Returns the best hours of the week by the touchpoints of the last twelve weeks, up to yesterday. */
export async function showBestTimes(ctx: Context): Promise<BestTimes> {
  requireRole(ctx, "viewer");
  const { timeZone } = await showWorkspace(ctx);
  const until = startOfDay(localDay(ctx.clock.now(), timeZone), timeZone);
  const from = startOfDay(addDays(localDay(until, timeZone), -7 * bestTimesWeeks), timeZone);
  const stretch = { from: quarterOf(from), until: quarterOf(new Date(until.getTime() - 1)) };
  const rows = await countByQuarter(ctx.db, ctx.workspaceId, [stretch]);
  // The offset is cached per hour, because computing it is the most expensive part.
  const offsets = new Map<string, number>();
  return bestTimesOf(
    rows.map(({ quarter, touchpoints }) => {
      const at = Date.parse(`${quarter}Z`);
      const hour = quarter.slice(0, 13);
      const offset = offsets.get(hour) ?? offsetAt(new Date(at), timeZone);
      offsets.set(hour, offset);
      return { at: new Date(at + offset).toISOString(), touchpoints };
    }),
  );
}

/** Returns the time zone's offset from UTC in milliseconds. */
function offsetAt(at: Date, timeZone: string): number {
  return Date.parse(`${wallClock(at, timeZone)}Z`) - Math.floor(at.getTime() / 60_000) * 60_000;
}
