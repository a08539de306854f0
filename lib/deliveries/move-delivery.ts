import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { lockPost } from "../posts/lock-post.ts";
import { markScheduled } from "../posts/mark-scheduled.ts";
import { applyEvent } from "./apply-event.ts";
import type { Delivery } from "./delivery.ts";
import type { When } from "./input.ts";
import { plannedTime, type TimeRefusal } from "./planned-time.ts";
import { findDelivery, lockOfPost } from "./repository.ts";
import { resumeThread } from "./resume-thread.ts";
import { findSafeModeAt } from "./search-first-repository.ts";
import { mustSearchFirst } from "./search-first.ts";

/**
 * Gives a missed or refused delivery and the rest of its thread a new time. The post's other deliveries stay
 * as they are.
 */
export async function moveDelivery(
  tx: Tx,
  ctx: Context,
  {
    deliveryId,
    when,
    timeZone,
  }: { readonly deliveryId: string; readonly when: When; readonly timeZone: string },
): Promise<Result<object, TimeRefusal | "nothing-to-answer">> {
  const { postId } = await findDelivery(tx, ctx.workspaceId, deliveryId);
  const post = await lockPost(tx, ctx, postId);
  const all = await lockOfPost(tx, ctx.workspaceId, postId);
  const delivery = all.find(({ id }) => id === deliveryId);
  if (delivery?.state !== "missed" && delivery?.state !== "failed")
    return refused("nothing-to-answer");
  const time = plannedTime(when, timeZone, ctx.clock.now());
  if (!time.ok) return time;
  const isSearchedFirst = mustSearchFirst(post, await findSafeModeAt(tx));
  await applyEvent(tx, ctx, delivery, { type: "move", at: time.value, isSearchedFirst });
  await resumeThread(tx, ctx, delivery, time.value);
  await record(tx, ctx, "delivery.answered", delivery.id, { answer: "moved" });
  if (isWhole(all, delivery))
    await markScheduled(tx, ctx, post, { publishAt: time.value, timeZone });
  return ok({});
}

/**
 * Whether the post has no other deliveries than this one and the later parts of its thread; then the post's
 * own time in the calendar moves too.
 */
function isWhole(all: readonly Delivery[], moved: Delivery): boolean {
  return all.every(
    ({ accountId, part, state }) =>
      state === "cancelled" || (accountId === moved.accountId && part >= moved.part),
  );
}
