import type { z } from "zod";

import type { Tx } from "../db/store.ts";
import { allOrNothing } from "../kernel/all-or-nothing.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { lockPost, lockPostAt, postIfThere } from "../posts/lock-post.ts";
import type { Post } from "../posts/post.ts";
import { restoreDraft } from "../posts/restore-post.ts";
import { setStage } from "../posts/set-stage.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { putPostsBackInput } from "./input.ts";
import type { Immovable } from "./movable.ts";
import { moveScheduled } from "./move-scheduled.ts";
import { type Destinations, findDestinations, planPost } from "./schedule-post.ts";
import { takeOffCalendar } from "./unschedule-post.ts";

type Wanted = z.output<typeof putPostsBackInput>["posts"][number];

export interface PutBack {
  readonly postIds: readonly string[];
  /** Posts that became drafts because they could not be planned for their old time. */
  readonly notPlanned: readonly string[];
}

/**
 * Reverts `changePosts`, for all posts or for none: refuses if a post was changed since or part of it may be
 * published. A post whose time has passed becomes a draft.
 */
export async function putPostsBack(
  ctx: Context,
  { posts }: z.output<typeof putPostsBackInput>,
): Promise<Result<PutBack, Immovable | "changed-since">> {
  requireRole(ctx, "editor");
  const where = await findDestinations(ctx);
  const stageIds = new Set((await listStages(ctx)).map(({ id }) => id));
  return allOrNothing(ctx, async (tx) => {
    const notPlanned: string[] = [];
    for (const one of posts.toSorted((a, b) => (a.postId < b.postId ? -1 : 1))) {
      const back = await putBack(tx, ctx, one, { where, stageIds });
      if (!back.ok) return back;
      if (!back.value) notPlanned.push(one.postId);
    }
    return ok({ postIds: posts.map(({ postId }) => postId), notPlanned });
  });
}

/** Returns false if the post could not be planned again and is a draft. */
async function putBack(
  tx: Tx,
  ctx: Context,
  { postId, version, before }: Wanted,
  { where, stageIds }: { readonly where: Destinations; readonly stageIds: ReadonlySet<string> },
): Promise<Result<boolean, Immovable | "changed-since">> {
  if (await postIfThere(tx, ctx, postId)) {
    const read = await lockPostAt(tx, ctx, postId, version);
    if (!read.ok) return read;
  } else await restoreDraft(tx, ctx, postId);
  const post = await lockPost(tx, ctx, postId);
  const { stageId } = before;
  // A stage that was deleted since is not restored.
  if (stageId !== post.stageId && (stageId === null || stageIds.has(stageId)))
    await setStage(tx, ctx, post, stageId);
  return putOnCalendar(tx, ctx, { postId, at: before.publishAt }, where);
}

async function putOnCalendar(
  tx: Tx,
  ctx: Context,
  { postId, at }: { readonly postId: string; readonly at: Date | null },
  where: Destinations,
): Promise<Result<boolean, Immovable | "changed-since">> {
  const post = await lockPost(tx, ctx, postId);
  if (post.state === "scheduled") {
    const isSame = post.publishAt?.getTime() === at?.getTime();
    if (isSame || isToCome(at, ctx)) return isSame ? ok(true) : moveBack(tx, ctx, post, at, where);
    const off = await takeOffCalendar(tx, ctx, { postId });
    if (!off.ok) return off;
  }
  if (!at) return ok(true);
  return ok((await planPost(tx, ctx, { postId, when: { kind: "instant", at } }, where)).ok);
}

async function moveBack(
  tx: Tx,
  ctx: Context,
  post: Post,
  publishAt: Date | null,
  { timeZone }: Destinations,
): Promise<Result<boolean, Immovable>> {
  if (!publishAt) return ok(false);
  const moved = await moveScheduled(tx, ctx, post, { publishAt, timeZone });
  return moved.ok ? ok(true) : moved;
}

function isToCome(at: Date | null, { clock }: Context): boolean {
  return at !== null && at > clock.now();
}
