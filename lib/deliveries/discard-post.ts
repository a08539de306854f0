import type { z } from "zod";

import { allOrNothing } from "../kernel/all-or-nothing.ts";
import type { Context } from "../kernel/context.ts";
import type { Result } from "../kernel/result.ts";
import { deleteDraft } from "../posts/delete-post.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { discardPostInput } from "./input.ts";
import type { Immovable } from "./movable.ts";
import { takeOffCalendar } from "./unschedule-post.ts";

/**
 * Deletes a post; a scheduled one leaves the calendar with it. Where some of it may be out already that is
 * refused, and it stays as it was. `restorePost` makes it a draft again.
 */
export async function discardPost(
  ctx: Context,
  { postId, wasScheduled }: z.input<typeof discardPostInput>,
): Promise<Result<{ postId: string }, Immovable | "already-scheduled">> {
  requireRole(ctx, "editor");
  return allOrNothing(ctx, async (tx) => {
    const off = wasScheduled ? await takeOffCalendar(tx, ctx, postId) : undefined;
    return off && !off.ok ? off : deleteDraft(tx, ctx, postId);
  });
}
