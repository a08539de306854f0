import type { Db } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { saveDraft } from "../posts/save-draft.ts";
import { showPost } from "../posts/show-post.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { Delivery } from "./delivery.ts";
import type { DeliveryIdInput } from "./input.ts";
import { immovable } from "./movable.ts";
import { findDelivery, listOf, listThread, lockDelivery } from "./repository.ts";
import { saveChange } from "./save-change.ts";

/**
 * Says which post to open in the composer, so that what was refused or missed can be put right.
 * Where nothing of the post is out, that is the post itself. Else what is missing on this account
 * becomes a draft of its own, and this delivery is left out: what is out stays out, once.
 */
export async function rewriteDelivery(
  ctx: Context,
  { deliveryId }: DeliveryIdInput,
): Promise<Result<{ postId: string }, "nothing-to-answer" | "already-scheduled">> {
  requireRole(ctx, "editor");
  const delivery = await findDelivery(ctx.db, ctx.workspaceId, deliveryId);
  if (delivery.state !== "failed" && delivery.state !== "missed")
    return refused("nothing-to-answer");
  const { postId } = delivery;
  const all = await listOf(ctx.db, ctx.workspaceId, { postIds: [postId], limit: 1_000 });
  if (!immovable(all)) return ok({ postId });
  const draft = await draftOf(ctx, delivery);
  if (!draft.ok) return draft;
  await ctx.transact((tx) => leaveOut(tx, ctx, deliveryId));
  return ok({ postId: draft.value.id });
}

async function draftOf(ctx: Context, delivery: Delivery) {
  const post = await showPost(ctx, delivery.postId);
  const missing = [delivery, ...(await listThread(ctx.db, delivery, "after"))];
  const parts = missing.map(({ frozen: { text, images, poll, ...options } }) => ({
    text,
    images: images.map((image) => ({ ...image })),
    ...(poll && { poll: { ...poll, options: [...poll.options] } }),
    ...(options.warning !== undefined && { warning: options.warning }),
    ...(options.visibility && { visibility: options.visibility }),
  }));
  const { stageId, language, shoutOutId, replyToTouchpointId } = post;
  return saveDraft(ctx, {
    stageId,
    language,
    shoutOutId,
    replyToTouchpointId,
    parts,
    accountIds: [delivery.accountId],
  });
}

async function leaveOut(tx: Db, ctx: Context, deliveryId: string): Promise<void> {
  const delivery = await lockDelivery(tx, ctx.workspaceId, deliveryId);
  if (delivery.state !== "failed" && delivery.state !== "missed") return;
  const change = { state: "cancelled", reason: "rewritten", reasonDetail: null } as const;
  await saveChange(tx, ctx, delivery, change, { phase: "person", outcome: "rewritten" }, ctx);
  await record(tx, ctx, "delivery.answered", deliveryId, { answer: "rewritten" });
}
