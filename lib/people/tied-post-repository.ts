import { and, eq, inArray, isNotNull, notInArray, or, sql } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { unindexTexts } from "../db/text-index.ts";
import { attempts, deliveries } from "../deliveries/schema.ts";
import { events } from "../events/schema.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { notifications } from "../notifications/schema.ts";
import { posts, postVersions } from "../posts/schema.ts";
import { indexPosts } from "../search/index-rows.ts";
import { isUndecided } from "./mention-place-repository.ts";

const idsPerQuery = 500;

export interface Ties {
  readonly touchpointIds: readonly string[];
  readonly shoutOutIds: readonly string[];
}

/** A post that thanks or answers a person, with its versions and deliveries. */
export interface PostRow {
  readonly post: typeof posts.$inferSelect;
  readonly versions: readonly (typeof postVersions.$inferSelect)[];
  readonly deliveries: readonly (typeof deliveries.$inferSelect)[];
}

/** Returns posts that thank or answer the person. */
export async function listTiedPosts(
  db: Db,
  workspaceId: string,
  { touchpointIds, shoutOutIds }: Ties,
): Promise<PostRow[]> {
  const found: PostRow[] = [];
  const ties = [
    ...batchesOf(touchpointIds, idsPerQuery).map((ids) => inArray(posts.replyToTouchpointId, ids)),
    ...batchesOf(shoutOutIds, idsPerQuery).map((ids) => inArray(posts.shoutOutId, ids)),
  ];
  for (const tie of ties)
    for (const post of await db
      .select()
      .from(posts)
      .where(and(eq(posts.workspaceId, workspaceId), tie)))
      found.push({
        post,
        versions: await db.select().from(postVersions).where(eq(postVersions.postId, post.id)),
        deliveries: await db.select().from(deliveries).where(eq(deliveries.postId, post.id)),
      });
  return found;
}

/** Returns which of these posts may still be sent or wait for an answer. */
export async function listUndecided(
  db: Db,
  workspaceId: string,
  postIds: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const ids of batchesOf(postIds, idsPerQuery)) {
    const rows = await db
      .selectDistinct({ postId: deliveries.postId })
      .from(deliveries)
      .where(
        and(
          eq(deliveries.workspaceId, workspaceId),
          inArray(deliveries.postId, ids),
          isUndecided(),
        ),
      );
    found.push(...rows.map(({ postId }) => postId));
  }
  return found;
}

/**
 * Cancels deliveries that may still be sent; posts of which nothing is published become drafts. Only for use
 * when nothing can be sending: after a restore, before the start.
 */
export async function cancelUndecided(
  tx: Tx,
  { workspaceId, clock }: Pick<Context, "workspaceId" | "clock">,
  postIds: readonly string[],
): Promise<void> {
  const updatedAt = clock.now();
  for (const ids of batchesOf(postIds, idsPerQuery)) {
    await tx
      .update(deliveries)
      .set({
        state: "cancelled",
        reason: "unscheduled",
        leaseOwner: null,
        leaseUntil: null,
        updatedAt,
      })
      .where(
        and(
          eq(deliveries.workspaceId, workspaceId),
          inArray(deliveries.postId, ids),
          isUndecided(),
        ),
      );
    const out = tx
      .select({ postId: deliveries.postId })
      .from(deliveries)
      .where(and(inArray(deliveries.postId, ids), eq(deliveries.state, "published")));
    await tx
      .update(posts)
      .set({
        state: "draft",
        publishAt: null,
        localDay: null,
        version: sql`${posts.version} + 1`,
        updatedAt,
      })
      .where(
        and(eq(posts.workspaceId, workspaceId), inArray(posts.id, ids), notInArray(posts.id, out)),
      );
  }
}

/** Deletes a post that was never published, with its history. */
export async function deletePost(tx: Tx, { post, deliveries: sent }: PostRow): Promise<void> {
  const deliveryIds = sent.map(({ id }) => id);
  await tx.delete(attempts).where(inArray(attempts.deliveryId, deliveryIds));
  await tx
    .delete(notifications)
    .where(or(inArray(notifications.deliveryId, deliveryIds), eq(notifications.postId, post.id)));
  await tx.delete(deliveries).where(inArray(deliveries.id, deliveryIds));
  await tx.delete(postVersions).where(eq(postVersions.postId, post.id));
  await tx.delete(posts).where(eq(posts.id, post.id));
  await unindexTexts(tx, [post.id]);
}

/** Saves the texts and removes the post's link to the person. Failed deliveries are cancelled. */
export async function savePost(
  tx: Tx,
  { post, versions, deliveries: sent }: PostRow,
): Promise<void> {
  await tx
    .update(posts)
    .set({
      parts: post.parts,
      shoutOutId: null,
      replyToTouchpointId: null,
      version: sql`${posts.version} + 1`,
    })
    .where(eq(posts.id, post.id));
  for (const { id, parts, options } of versions)
    await tx.update(postVersions).set({ parts, options }).where(eq(postVersions.id, id));
  await indexPosts(tx, post.workspaceId, [post.id]);
  for (const { id, snapshot } of sent)
    await tx
      .update(deliveries)
      .set({ snapshot, request: null, candidates: null, reasonDetail: null, composerUrl: null })
      .where(eq(deliveries.id, id));
  // Their text is gone, so sending them again would send only its replacement.
  await tx
    .update(deliveries)
    .set({ state: "cancelled", reason: "left-out" })
    .where(and(eq(deliveries.postId, post.id), inArray(deliveries.state, ["failed", "stopped"])));
}

/** Removes texts in the history of these posts: older versions and networks' answers. */
export async function deleteTraces(tx: Tx, { post, deliveries: sent }: PostRow): Promise<void> {
  const deliveryIds = sent.map(({ id }) => id);
  await tx
    .update(attempts)
    .set({ excerpt: null })
    .where(and(inArray(attempts.deliveryId, deliveryIds), isNotNull(attempts.excerpt)));
  const about = and(
    eq(events.workspaceId, post.workspaceId),
    inArray(events.subjectId, [post.id, ...deliveryIds]),
    inArray(events.type, ["post.deleted", "delivery.edited"]),
  );
  const rows = await tx.select({ id: events.id, detail: events.detail }).from(events).where(about);
  for (const { id, detail } of rows) {
    const words = Object.keys(detail).filter((key) => key === "text" || key === "before");
    const kept = { ...detail, ...Object.fromEntries(words.map((key) => [key, ""])) };
    await tx.update(events).set({ detail: kept }).where(eq(events.id, id));
  }
}
