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
 * Changes the workspace. Where its clock changes with it, what is planned keeps its time on the clock or
 * the instant at which it goes out: which of them is asked, since nobody can tell. What recurs does as what is
 * planned: it follows the new clock, or goes on by the one that it had.
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
      // What cannot go out at that time on the new clock, because it has passed there, keeps its instant.
      const moved = planned === "clock" ? sameClock(at, zones.from, zones.to) : at;
      return moved > now ? moved : at;
    };
    await moveAll(tx, ctx, posts, { timeOf, timeZone: zones.to });
    return ok(changed.value);
  });
}

/** A minute that the new clock skips is the next one that it has. */
function sameClock(at: Date, from: string, to: string): Date {
  const read = instantOf(wallClock(at, from), to);
  return read.kind === "unreadable" ? at : read.at;
}
