import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { lockPost } from "../posts/lock-post.ts";
import type { PostWithVersions } from "../posts/post.ts";
import { draftFrom } from "../posts/save-draft.ts";
import { applyEvent } from "./apply-event.ts";
import type { Delivery } from "./delivery.ts";
import { immovable } from "./movable.ts";
import { findDelivery, listThread, lockOfPost } from "./repository.ts";

/**
 * Returns the post to open in the composer, so that refused or missed content can be corrected. If nothing of
 * the post may be published, it is the post itself. Otherwise the missing content on this account becomes a
 * new draft and this delivery is cancelled. A repeated call returns the same draft.
 */
export async function rewriteDelivery(
  tx: Tx,
  ctx: Context,
  { deliveryId }: { readonly deliveryId: string },
): Promise<Result<{ postId: string }, "nothing-to-answer">> {
  const { postId } = await findDelivery(tx, ctx.workspaceId, deliveryId);
  const post = await lockPost(tx, ctx, postId);
  const all = await lockOfPost(tx, ctx.workspaceId, postId);
  const delivery = all.find(({ id }) => id === deliveryId);
  if (delivery?.draftId) return ok({ postId: delivery.draftId });
  if (delivery?.state !== "failed" && delivery?.state !== "missed")
    return refused("nothing-to-answer");
  if (!immovable(all)) return ok({ postId });
  const missing = [delivery, ...(await listThread(tx, delivery, "after"))];
  const draft = await draftFrom(tx, ctx, post, contentOf(post, missing));
  await applyEvent(tx, ctx, delivery, { type: "rewrite", draftId: draft.id });
  await record(tx, ctx, "delivery.answered", delivery.id, { answer: "rewritten" });
  return ok({ postId: draft.id });
}

function contentOf(post: PostWithVersions, missing: readonly Delivery[]) {
  const parts = missing.map(({ snapshot: { text, images, video, poll, ...options } }) => ({
    text,
    images: images.map((image) => ({ ...image })),
    ...(video && { video: { ...video } }),
    ...(poll && { poll: { ...poll, options: [...poll.options] } }),
    ...(options.warning !== undefined && { warning: options.warning }),
    ...(options.visibility && { visibility: options.visibility }),
  }));
  const { stageId, language, shoutOutId, replyToTouchpointId } = post;
  const accountIds = [...new Set(missing.map(({ accountId }) => accountId))];
  const options = missing.map(
    ({ accountId, snapshot }) => [accountId, { ...snapshot.options }] as const,
  );
  return {
    stageId,
    language,
    shoutOutId,
    replyToTouchpointId,
    parts,
    accountIds,
    options: Object.fromEntries(options),
    disclosure: post.disclosure,
  };
}
