import type { z } from "zod";

import { allOrNothing } from "../kernel/all-or-nothing.ts";
import type { Context } from "../kernel/context.ts";
import type { Result } from "../kernel/result.ts";
import { deleteDraft } from "../posts/delete-post.ts";
import { lockPostAt } from "../posts/lock-post.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { discardPostInput } from "./input.ts";
import type { Immovable } from "./movable.ts";
import { takeOffCalendar } from "./unschedule-post.ts";

/**
 * Deletes a post; a scheduled post is also taken off the calendar. Refuses without any change if part of it
 * may be published. `undoDiscard` reverts it.
 */
export async function discardPost(
  ctx: Context,
  { postId, version, wasScheduled }: z.input<typeof discardPostInput>,
): Promise<Result<{ postId: string }, Immovable | "already-scheduled" | "changed-since">> {
  requireRole(ctx, "editor");
  return allOrNothing(ctx, async (tx) => {
    const read = await lockPostAt(tx, ctx, postId, version);
    if (!read.ok) return read;
    const off = wasScheduled ? await takeOffCalendar(tx, ctx, { postId }) : undefined;
    return off && !off.ok ? off : deleteDraft(tx, ctx, postId, read.value);
  });
}
