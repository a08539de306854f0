import type { Tx } from "../db/store.ts";
import { recordAll } from "../events/record-all.ts";
import type { Context } from "../kernel/context.ts";
import type { Post } from "../posts/post.ts";
import { replanAll } from "../posts/replan.ts";
import { applyEvents } from "./apply-event.ts";
import type { Delivery } from "./delivery.ts";
import { immovable } from "./movable.ts";
import { lockOfPosts } from "./repository.ts";
import { findSafeModeAt } from "./search-first-repository.ts";
import { mustSearchFirst } from "./search-first.ts";

/**
 * Like `moveScheduled` for many posts that the transaction has locked, with a fixed number of statements.
 * `timeOf` returns each post's new time. Posts that are or may be published keep theirs. All posts get the
 * time zone `timeZone`.
 */
export async function moveAll(
  tx: Tx,
  ctx: Context,
  posts: readonly Post[],
  { timeOf, timeZone }: { readonly timeOf: (at: Date) => Date; readonly timeZone: string },
): Promise<void> {
  const deliveries = await lockOfPosts(
    tx,
    ctx.workspaceId,
    posts.map(({ id }) => id),
  );
  const byPost = new Map<string, Delivery[]>();
  for (const delivery of deliveries)
    byPost.set(delivery.postId, [...(byPost.get(delivery.postId) ?? []), delivery]);
  const all = posts.flatMap((post) =>
    post.publishAt ? [plannedAnew(post, post.publishAt, byPost.get(post.id) ?? [], timeOf)] : [],
  );
  const moved = all.filter(({ from, publishAt }) => publishAt.getTime() !== from.getTime());
  const safeModeAt = await findSafeModeAt(tx);
  await applyEvents(
    tx,
    moved.flatMap(({ post, publishAt, own }) => {
      const isSearchedFirst = mustSearchFirst(post, safeModeAt);
      const event = { type: "reschedule", at: publishAt, isSearchedFirst } as const;
      return own
        .filter(({ state }) => state !== "cancelled")
        .map((delivery) => ({ delivery, event, ctx }));
    }),
  );
  await replanAll(tx, ctx, all, timeZone);
  await recordAll(
    tx,
    "post.rescheduled",
    moved.map(({ post, from, publishAt }) => ({
      ctx,
      subjectId: post.id,
      detail: {
        from: from.toISOString(),
        publishAt: publishAt.toISOString(),
        version: post.version + 1,
      },
    })),
  );
}

function plannedAnew(post: Post, from: Date, own: readonly Delivery[], timeOf: (at: Date) => Date) {
  return { post, from, own, publishAt: immovable(own) ? from : timeOf(from) };
}
