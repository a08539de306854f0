import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { localDay } from "../kernel/local-time.ts";
import type { Post } from "./post.ts";
import { updatePost } from "./repository.ts";

/**
 * Marks the post as scheduled. Part of a transaction that also inserts its deliveries. `timeZone` is the
 * workspace's.
 */
export async function markScheduled(
  tx: Tx,
  ctx: Context,
  post: Pick<Post, "id">,
  { publishAt, timeZone }: { publishAt: Date; timeZone: string },
): Promise<void> {
  await updatePost(tx, ctx.workspaceId, post.id, {
    state: "scheduled",
    publishAt,
    timeZone,
    localDay: localDay(publishAt, timeZone),
    updatedAt: ctx.clock.now(),
  });
}

/** Marks the post as a draft. Part of a transaction that also withdraws its deliveries. */
export async function markDraft(tx: Tx, ctx: Context, post: Pick<Post, "id">): Promise<void> {
  await updatePost(tx, ctx.workspaceId, post.id, {
    state: "draft",
    publishAt: null,
    localDay: null,
    updatedAt: ctx.clock.now(),
  });
}
