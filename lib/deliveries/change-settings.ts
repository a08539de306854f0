import type { z } from "zod";

import type { Tx } from "../db/store.ts";
import { allOrNothing } from "../kernel/all-or-nothing.ts";
import type { Context } from "../kernel/context.ts";
import { instantOf, wallClock } from "../kernel/local-time.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { listPlanned } from "../posts/list-planned.ts";
import { lockPost } from "../posts/lock-post.ts";
import { markScheduled } from "../posts/mark-scheduled.ts";
import type { Post } from "../posts/post.ts";
import { keepWorkspace, lockTimeZone } from "../workspaces/change-workspace.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { Workspace } from "../workspaces/workspace.ts";
import { changeSettingsInput } from "./input.ts";
import { moveScheduled } from "./move-scheduled.ts";

/**
 * Changes the workspace. Where its clock changes with it, what is planned keeps its time on the clock or
 * the instant at which it goes out: which of them is asked, since nobody can tell.
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
    const posts = await listPlanned(tx, ctx);
    if (posts.length > 0 && !planned)
      return refused("zone-moves-posts", { count: posts.length, ...zones });
    for (const { id } of posts)
      await rezone(tx, ctx, await lockPost(tx, ctx, id), { ...zones, planned });
    return ok(changed.value);
  });
}

interface Rezoning {
  readonly from: string;
  readonly to: string;
  readonly planned: "clock" | "instant" | undefined;
}

/** What cannot go out at that time on the new clock, because it has passed there, keeps its instant. */
async function rezone(
  tx: Tx,
  ctx: Context,
  post: Post,
  { from, to, planned }: Rezoning,
): Promise<void> {
  const at = post.publishAt;
  if (post.state !== "scheduled" || !at) return;
  const publishAt = planned === "clock" ? sameClock(at, from, to) : at;
  if (publishAt.getTime() !== at.getTime() && publishAt > ctx.clock.now()) {
    const moved = await moveScheduled(tx, ctx, post, { publishAt, timeZone: to });
    if (moved.ok) return;
  }
  // Its day may be another one on the new clock.
  await markScheduled(tx, ctx, post, { publishAt: at, timeZone: to });
}

/** A minute that the new clock skips is the next one that it has. */
function sameClock(at: Date, from: string, to: string): Date {
  const read = instantOf(wallClock(at, from), to);
  return read.kind === "unreadable" ? at : read.at;
}
