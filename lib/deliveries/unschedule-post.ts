import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { lockPostAt } from "../posts/lock-post.ts";
import { markDraft } from "../posts/mark-scheduled.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { applyEvents } from "./apply-event.ts";
import type { Delivery } from "./delivery.ts";
import type { UnschedulePostInput } from "./input.ts";
import { immovable, type Immovable } from "./movable.ts";
import { deleteDeliveries, lockOfPost } from "./repository.ts";

/** Takes a post off the calendar; it becomes a draft again. Refuses if part of it may be published. */
export async function unschedulePost(
  ctx: Context,
  { postId, version }: UnschedulePostInput,
): Promise<Result<{ postId: string }, Immovable | "changed-since">> {
  requireRole(ctx, "editor");
  return ctx.transact((tx) => takeOffCalendar(tx, ctx, { postId, version }));
}

/** Takes a post off the calendar. Part of a transaction. */
export async function takeOffCalendar(
  tx: Tx,
  ctx: Context,
  { postId, version }: UnschedulePostInput,
): Promise<Result<{ postId: string }, Immovable | "changed-since">> {
  const read = await lockPostAt(tx, ctx, postId, version);
  if (!read.ok) return read;
  const post = read.value;
  if (post.state !== "scheduled") return refused("not-scheduled");
  const deliveries = await lockOfPost(tx, ctx.workspaceId, postId);
  const obstacle = immovable(deliveries);
  if (obstacle) return refused(obstacle);
  await withdraw(tx, ctx, deliveries);
  await markDraft(tx, ctx, post);
  await record(tx, ctx, "post.unscheduled", postId, { version: post.version + 1 });
  return ok({ postId });
}

/** Deletes deliveries that were never claimed, because they have no history; cancels the others. */
async function withdraw(tx: Tx, ctx: Context, deliveries: readonly Delivery[]): Promise<void> {
  const isNew = (delivery: Delivery) => delivery.fence === 0 && delivery.state === "scheduled";
  await deleteDeliveries(
    tx,
    ctx.workspaceId,
    deliveries.filter(isNew).map((delivery) => delivery.id),
  );
  const tried = deliveries.filter((delivery) => !isNew(delivery));
  await applyEvents(
    tx,
    tried.map((delivery) => ({ delivery, event: { type: "unschedule" }, ctx })),
  );
}
