import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { lockPostAt } from "../posts/lock-post.ts";
import { markScheduled } from "../posts/mark-scheduled.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { applyEvents } from "./apply-event.ts";
import type { ReschedulePostInput } from "./input.ts";
import { immovable, type Immovable } from "./movable.ts";
import { plannedTime, type TimeRefusal } from "./planned-time.ts";
import { lockOfPost } from "./repository.ts";
import { findSafeModeAt } from "./search-first-repository.ts";
import { mustSearchFirst } from "./search-first.ts";

export interface Rescheduled {
  readonly postId: string;
  readonly version: number;
  readonly from: Date;
  readonly publishAt: Date;
}

/** Moves a scheduled post, all its deliveries together. Once any of it may be out, it stays. */
export async function reschedulePost(
  ctx: Context,
  { postId, version, when }: ReschedulePostInput,
): Promise<Result<Rescheduled, TimeRefusal | Immovable | "changed-since">> {
  requireRole(ctx, "editor");
  const { timeZone } = await showWorkspace(ctx);

  return ctx.transact(async (tx) => {
    const read = await lockPostAt(tx, ctx, postId, version);
    if (!read.ok) return read;
    const post = read.value;
    const now = ctx.clock.now();
    if (post.state !== "scheduled" || !post.publishAt) return refused("not-scheduled");
    const deliveries = await lockOfPost(tx, ctx.workspaceId, postId);
    const obstacle = immovable(deliveries);
    if (obstacle) return refused(obstacle);
    const time = plannedTime(when, timeZone, now);
    if (!time.ok) return time;

    const publishAt = time.value;
    const isSearchedFirst = mustSearchFirst(post, await findSafeModeAt(tx));
    const event = { type: "reschedule", at: publishAt, isSearchedFirst } as const;
    const planned = deliveries.filter(({ state }) => state !== "cancelled");
    await applyEvents(
      tx,
      planned.map((delivery) => ({ delivery, event, ctx })),
    );
    await markScheduled(tx, ctx, post, { publishAt, timeZone });
    const from = post.publishAt;
    await record(tx, ctx, "post.rescheduled", postId, {
      from: from.toISOString(),
      publishAt: publishAt.toISOString(),
      version: post.version + 1,
    });
    return ok({ postId, version: post.version + 1, from, publishAt });
  });
}
