import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { localDay } from "../kernel/local-time.ts";
import { lockPlanned as lockRows, updatePlanned } from "./planned-repository.ts";
import type { Post } from "./post.ts";

/** Locks all posts scheduled for later. Part of a transaction that changes their times. */
export async function lockPlanned(tx: Tx, ctx: Context): Promise<Post[]> {
  return lockRows(tx, ctx.workspaceId, ctx.clock.now());
}

/** Like `markScheduled` for many posts that are already scheduled. `timeZone` is the workspace's. */
export async function replanAll(
  tx: Tx,
  ctx: Context,
  planned: readonly { readonly post: Pick<Post, "id">; readonly publishAt: Date }[],
  timeZone: string,
): Promise<void> {
  const { workspaceId } = ctx;
  const updatedAt = ctx.clock.now();
  const changes = planned.map(({ post, publishAt }) => ({
    id: post.id,
    workspaceId,
    publishAt,
    timeZone,
    localDay: localDay(publishAt, timeZone),
    updatedAt,
  }));
  await updatePlanned(tx, changes);
}
