import type { z } from "zod";

import { allOrNothing } from "../kernel/all-or-nothing.ts";
import type { Context } from "../kernel/context.ts";
import { instantOf, wallClock } from "../kernel/local-time.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { followClock } from "../posts/recurring-posts.ts";
import { lockPlanned } from "../posts/replan.ts";
import { keepWorkspace, lockTimeZone } from "../workspaces/change-workspace.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { Workspace } from "../workspaces/workspace.ts";
import { changeSettingsInput } from "./input.ts";
import { moveAll } from "./move-all.ts";

/**
 * Changes the workspace. If its time zone changes, planned posts keep either their wall-clock time or their
 * instant, as `planned` says; without it the change is refused if posts are planned. Recurrences follow the
 * new time zone, or keep the old one if `planned` is `instant`.
 */
export async function changeSettings(
  ctx: Context,
  input: z.input<typeof changeSettingsInput>,
): Promise<Result<Workspace, "changed-since" | "zone-moves-posts">> {
  requireRole(ctx, "manager");
  const { planned, ...change } = changeSettingsInput.parse(input);
  return allOrNothing(ctx, async (tx) => {
    const from = await lockTimeZone(tx, ctx);
    const changed = await keepWorkspace(tx, ctx, change);
    if (!changed.ok || changed.value.timeZone === from) return changed;
    const zones = { from, to: changed.value.timeZone };
    if (planned !== "instant") await followClock(tx, ctx, zones);
    const posts = await lockPlanned(tx, ctx);
    if (posts.length > 0 && !planned)
      return refused("zone-moves-posts", { count: posts.length, ...zones });
    const now = ctx.clock.now();
    const timeOf = (at: Date) => {
      // A post whose wall-clock time has already passed in the new time zone keeps its instant.
      const moved = planned === "clock" ? sameClock(at, zones.from, zones.to) : at;
      return moved > now ? moved : at;
    };
    await moveAll(tx, ctx, posts, { timeOf, timeZone: zones.to });
    return ok(changed.value);
  });
}

/**
 * Returns the same wall-clock time in the other time zone. A time that this zone skips becomes the next
 * existing one.
 */
function sameClock(at: Date, from: string, to: string): Date {
  const read = instantOf(wallClock(at, from), to);
  return read.kind === "unreadable" ? at : read.at;
}
