import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { momentOnDay, shiftMoment } from "../kernel/local-time.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { deleteDraft } from "../posts/delete-post.ts";
import type { PostWithVersions } from "../posts/post.ts";
import { setStage } from "../posts/set-stage.ts";
import type { PostsChange } from "./input.ts";
import { immovable, type Immovable } from "./movable.ts";
import { moveScheduled } from "./move-scheduled.ts";
import { plannedTime } from "./planned-time.ts";
import { lockOfPost } from "./repository.ts";
import { type Destinations, planPost, type ScheduleRefusal } from "./schedule-post.ts";
import type { lockPlaces } from "./take-place.ts";
import { takeOffCalendar } from "./unschedule-post.ts";

export type PostRefusal = ScheduleRefusal | Immovable | "changed-since";

export interface Tools {
  readonly where: Destinations;
  readonly place: Awaited<ReturnType<typeof lockPlaces>>;
}

type Applied = Result<unknown, PostRefusal>;

/**
 * Applies the change to one post. Part of a transaction that has locked the post. A refusal means that
 * nothing was written for this post.
 */
export async function applyToPost(
  tx: Tx,
  ctx: Context,
  post: PostWithVersions,
  { change, where, place }: Tools & { readonly change: PostsChange },
): Promise<Applied> {
  const { id: postId } = post;
  const { timeZone } = where;
  switch (change.kind) {
    case "shift":
      return moveTo(tx, ctx, post, timeZone, (at) => shiftMoment(at, change, timeZone));
    case "day":
      return moveTo(tx, ctx, post, timeZone, (at) => momentOnDay(at, change.day, timeZone));
    case "stage":
      return restage(tx, ctx, post, change.stageId);
    case "queue":
      return planPost(tx, ctx, { postId, when: place }, where);
    case "draft":
      return takeOffCalendar(tx, ctx, { postId });
    case "delete":
      return discard(tx, ctx, post);
  }
}

async function moveTo(
  tx: Tx,
  ctx: Context,
  post: PostWithVersions,
  timeZone: string,
  timeOf: (at: Date) => Date,
): Promise<Applied> {
  if (post.state !== "scheduled" || !post.publishAt) return refused("not-scheduled");
  const obstacle = immovable(await lockOfPost(tx, ctx.workspaceId, post.id));
  if (obstacle) return refused(obstacle);
  const when = { kind: "instant", at: timeOf(post.publishAt) } as const;
  const time = plannedTime(when, timeZone, ctx.clock.now());
  if (!time.ok) return time;
  return moveScheduled(tx, ctx, post, { publishAt: time.value, timeZone });
}

/**
 * Changes the stage, unless parts of the post are or may be published: those were counted for the old stage.
 */
async function restage(
  tx: Tx,
  ctx: Context,
  post: PostWithVersions,
  stageId: string,
): Promise<Applied> {
  const obstacle =
    post.state === "scheduled"
      ? immovable(await lockOfPost(tx, ctx.workspaceId, post.id))
      : undefined;
  if (obstacle) return refused(obstacle);
  await setStage(tx, ctx, post, stageId);
  return ok(undefined);
}

/**
 * Deletes the post like `discardPost`. A scheduled post is taken off the calendar first and keeps its time
 * for an undo.
 */
async function discard(tx: Tx, ctx: Context, post: PostWithVersions): Promise<Applied> {
  const { id: postId, state } = post;
  const off = state === "scheduled" ? await takeOffCalendar(tx, ctx, { postId }) : undefined;
  if (off && !off.ok) return off;
  return deleteDraft(tx, ctx, postId, post);
}
