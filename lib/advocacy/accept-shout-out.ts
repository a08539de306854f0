import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { refused, type Result } from "../kernel/result.ts";
import type { PostWithVersions } from "../posts/post.ts";
import { saveDraft } from "../posts/save-draft.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { stageFor } from "../workspaces/stage.ts";
import type { AcceptInput } from "./input.ts";
import { findShoutOut, lockShoutOut, updateShoutOut } from "./repository.ts";

/**
 * Puts the draft into the composer as a post of the advocacy stage. Nothing goes out yet: a person
 * reads, changes and schedules it like any other post.
 */
export async function acceptShoutOut(
  ctx: Context,
  { shoutOutId, text }: AcceptInput,
): Promise<Result<PostWithVersions, "already-decided" | "already-scheduled">> {
  requireRole(ctx, "editor");
  const shoutOut = await findShoutOut(ctx.db, ctx.workspaceId, shoutOutId);
  if (shoutOut.status !== "suggested") return refused("already-decided");
  const stage = stageFor("advocacy", await listStages(ctx));
  const draft = await saveDraft(ctx, {
    stageId: stage?.id ?? null,
    accountIds: [shoutOut.accountId],
    parts: [{ text: text ?? shoutOut.draft.text, images: [] }],
    language: shoutOut.draft.language,
    shoutOutId,
    replyToTouchpointId: shoutOut.kind === "reply" ? shoutOut.touchpointId : null,
  });
  if (!draft.ok) return draft;
  return ctx.transact(async (tx) => {
    const now = await lockShoutOut(tx, ctx.workspaceId, shoutOutId);
    if (now.status !== "suggested") return refused("already-decided");
    await updateShoutOut(tx, ctx.workspaceId, shoutOutId, {
      status: "accepted",
      postId: draft.value.id,
      decidedAt: ctx.clock.now(),
      decidedBy: ctx.actor.id,
    });
    const { personId } = shoutOut;
    await record(tx, ctx, "shout-out.accepted", shoutOutId, { personId, postId: draft.value.id });
    return draft;
  });
}
