import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { lockPostAt } from "../posts/lock-post.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import type { ReschedulePostInput } from "./input.ts";
import type { Immovable } from "./movable.ts";
import { moveScheduled } from "./move-scheduled.ts";
import { plannedTime, type TimeRefusal } from "./planned-time.ts";

export interface Rescheduled {
  readonly postId: string;
  readonly version: number;
  readonly from: Date;
  readonly publishAt: Date;
}

/** Moves a scheduled post with all its deliveries. Refuses if part of it may be published. */
export async function reschedulePost(
  ctx: Context,
  { postId, version, when }: ReschedulePostInput,
): Promise<Result<Rescheduled, TimeRefusal | Immovable | "changed-since">> {
  requireRole(ctx, "editor");
  const { timeZone } = await showWorkspace(ctx);

  return ctx.transact(async (tx) => {
    const read = await lockPostAt(tx, ctx, postId, version);
    if (!read.ok) return read;
    const time = plannedTime(when, timeZone, ctx.clock.now());
    if (!time.ok) return time;
    const publishAt = time.value;
    const moved = await moveScheduled(tx, ctx, read.value, { publishAt, timeZone });
    if (!moved.ok) return moved;
    return ok({ postId, version: read.value.version + 1, from: moved.value.from, publishAt });
  });
}
