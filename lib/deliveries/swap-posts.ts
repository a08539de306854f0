import type { z } from "zod";

import type { Tx } from "../db/store.ts";
import { allOrNothing } from "../kernel/all-or-nothing.ts";
import type { Context } from "../kernel/context.ts";
import { wallClock } from "../kernel/local-time.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { lockPostAt } from "../posts/lock-post.ts";
import { accountIdsOf, type PostWithVersions } from "../posts/post.ts";
import { isOccupied } from "../posts/queue-ahead.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { lockQueue } from "../workspaces/save-queue-settings.ts";
import type { swapPostsInput } from "./input.ts";
import type { Immovable } from "./movable.ts";
import { moveScheduled } from "./move-scheduled.ts";
import { plannedTime, type TimeRefusal } from "./planned-time.ts";

type SwapRefusal = Immovable | TimeRefusal | "changed-since" | "slot-taken";

interface Swapped {
  readonly one: number;
  readonly other: number;
}

/**
 * Exchanges the times of two scheduled posts, or changes neither. Refuses if another post has that time on
 * one of their accounts. Returns the new versions.
 */
export async function swapPosts(
  ctx: Context,
  { one, other }: z.output<typeof swapPostsInput>,
): Promise<Result<Swapped, SwapRefusal>> {
  requireRole(ctx, "editor");
  return allOrNothing(ctx, async (tx): Promise<Result<Swapped, SwapRefusal>> => {
    const { timeZone } = await lockQueue(tx, ctx);
    // Locks in the order of the ids, so that two concurrent swaps do not deadlock.
    const isFirst = one.postId < other.postId;
    const [lower, upper] = isFirst ? [one, other] : [other, one];
    const first = await lockPostAt(tx, ctx, lower.postId, lower.version);
    if (!first.ok) return first;
    const second = await lockPostAt(tx, ctx, upper.postId, upper.version);
    if (!second.ok) return second;
    const moved = await exchange(tx, ctx, [first.value, second.value], timeZone);
    if (!moved.ok) return moved;
    const versions = [first.value.version + 1, second.value.version + 1] as const;
    return ok({ one: versions[isFirst ? 0 : 1], other: versions[isFirst ? 1 : 0] });
  });
}

async function exchange(
  tx: Tx,
  ctx: Context,
  [first, second]: readonly [PostWithVersions, PostWithVersions],
  timeZone: string,
): Promise<Result<object, SwapRefusal>> {
  if (!first.publishAt || !second.publishAt || first.id === second.id)
    return refused("not-scheduled");
  for (const [post, at] of [
    [first, second.publishAt],
    [second, first.publishAt],
  ] as const) {
    const time = plannedTime({ kind: "instant", at }, timeZone, ctx.clock.now());
    if (!time.ok) return time;
    const place = { accountIds: accountIdsOf(post), at, except: [first.id, second.id] };
    if (await isOccupied(tx, ctx.workspaceId, place))
      return refused("slot-taken", { at: wallClock(at, timeZone).replace("T", " ") });
    const moved = await moveScheduled(tx, ctx, post, { publishAt: time.value, timeZone });
    if (!moved.ok) return moved;
  }
  return ok({});
}
