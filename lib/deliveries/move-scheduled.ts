import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { markScheduled } from "../posts/mark-scheduled.ts";
import type { Post } from "../posts/post.ts";
import { applyEvents } from "./apply-event.ts";
import { immovable, type Immovable } from "./movable.ts";
import { lockOfPost } from "./repository.ts";
import { findSafeModeAt } from "./search-first-repository.ts";
import { mustSearchFirst } from "./search-first.ts";

/** Moves all deliveries of a post, or none. Part of a transaction that has locked the post. */
export async function moveScheduled(
  tx: Tx,
  ctx: Context,
  post: Post,
  { publishAt, timeZone }: { readonly publishAt: Date; readonly timeZone: string },
): Promise<Result<{ from: Date }, Immovable>> {
  if (post.state !== "scheduled" || !post.publishAt) return refused("not-scheduled");
  const deliveries = await lockOfPost(tx, ctx.workspaceId, post.id);
  const obstacle = immovable(deliveries);
  if (obstacle) return refused(obstacle);
  const isSearchedFirst = mustSearchFirst(post, await findSafeModeAt(tx));
  const event = { type: "reschedule", at: publishAt, isSearchedFirst } as const;
  const planned = deliveries.filter(({ state }) => state !== "cancelled");
  await applyEvents(
    tx,
    planned.map((delivery) => ({ delivery, event, ctx })),
  );
  await markScheduled(tx, ctx, post, { publishAt, timeZone });
  await record(tx, ctx, "post.rescheduled", post.id, {
    from: post.publishAt.toISOString(),
    publishAt: publishAt.toISOString(),
    version: post.version + 1,
  });
  return ok({ from: post.publishAt });
}
