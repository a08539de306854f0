"use server";

import { z } from "zod";

import { schedulePostInput, unschedulePostInput } from "#lib/deliveries/input";
import { reschedulePost } from "#lib/deliveries/reschedule-post";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { unschedulePost } from "#lib/deliveries/unschedule-post";
import type { Context } from "#lib/kernel/context";
import { deletePost } from "#lib/posts/delete-post";
import { duplicatePost } from "#lib/posts/duplicate-post";
import { postIdInput, saveDraftInput } from "#lib/posts/input";
import { restorePost } from "#lib/posts/restore-post";
import { saveDraft } from "#lib/posts/save-draft";

import { workspaceAction } from "./workspace-action.ts";

export const saveDraftAction = workspaceAction(saveDraftInput, saveDraft);
export const duplicatePostAction = workspaceAction(postIdInput, duplicatePost);
export const restorePostAction = workspaceAction(postIdInput, restorePost);
export const unschedulePostAction = workspaceAction(unschedulePostInput, unschedulePost);

const moveInput = z.object({ postId: z.string().max(64), at: z.string().max(32) });

export const movePostAction = workspaceAction(moveInput, (ctx, { postId, at }) =>
  reschedulePost(ctx, { postId, when: { kind: "wall-clock", at } }),
);

const deleteInput = postIdInput.extend({ wasScheduled: z.boolean().default(false) });

/** A scheduled post leaves the schedule first; where it may be out already, that is refused and it stays. */
export const deletePostAction = workspaceAction(
  deleteInput,
  async (ctx, { postId, wasScheduled }) => {
    const off = wasScheduled ? await unschedulePost(ctx, { postId }) : undefined;
    return off && !off.ok ? off : deletePost(ctx, { postId });
  },
);

const sendInput = z.object({
  draft: saveDraftInput,
  when: schedulePostInput.shape.when,
  wasScheduled: z.boolean(),
});

/** What is on the screen becomes the post, and the post goes on the schedule: one press, three use cases. */
export const sendPostAction = workspaceAction(sendInput, sendPost);

async function sendPost(ctx: Context, { draft, when, wasScheduled }: z.output<typeof sendInput>) {
  const off =
    wasScheduled && draft.postId ? await unschedulePost(ctx, { postId: draft.postId }) : undefined;
  if (off && !off.ok) return off;
  const saved = await saveDraft(ctx, draft);
  return saved.ok ? schedulePost(ctx, { postId: saved.value.id, when }) : saved;
}
