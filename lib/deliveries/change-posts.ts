import type { z } from "zod";

import type { Tx } from "../db/store.ts";
import { allOrNothing } from "../kernel/all-or-nothing.ts";
import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { ok, refused, type Refused, type Result } from "../kernel/result.ts";
import { lockPost, lockPostAt, postIfThere } from "../posts/lock-post.ts";
import type { Post, PostWithVersions } from "../posts/post.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { applyToPost, type PostRefusal, type Tools } from "./change-one-post.ts";
import type { changePostsInput, PostsChange } from "./input.ts";
import { findDestinations } from "./schedule-post.ts";
import { lockPlaces } from "./take-place.ts";
import { takeOffCalendar } from "./unschedule-post.ts";

interface PlannedState {
  readonly state: Post["state"];
  readonly publishAt: Date | null;
  readonly stageId: string | null;
}

/** The result for one post: its new state, or the reason why it cannot be changed. */
export interface ChangedPost {
  readonly postId: string;
  readonly text: string;
  readonly before: PlannedState;
  /** Null if refused. The version is undefined if the post was deleted. */
  readonly after: (PlannedState & { readonly version: number | undefined }) | null;
  readonly refused: Refused<PostRefusal> | null;
}

export interface ChangedPosts {
  /** False for a preview, and if any post was refused. */
  readonly isDone: boolean;
  readonly rows: readonly ChangedPost[];
}

/**
 * Applies one change to many posts and drafts in one transaction: to all or to none. A preview runs the same
 * change and rolls it back. Posts that cannot be changed are listed with their reasons.
 */
export async function changePosts(
  ctx: Context,
  { posts: chosen, change, isPreview }: z.output<typeof changePostsInput>,
): Promise<Result<ChangedPosts, never>> {
  requireRole(ctx, "editor");
  if (change.kind === "stage") await proveStage(ctx, change.stageId);
  const where = await findDestinations(ctx);
  let rows: ChangedPost[] = [];
  const done = await allOrNothing(ctx, async (tx) => {
    const place = await lockPlaces(tx, ctx, { kind: "next-slot" });
    const locked = await lockAll(tx, ctx, chosen);
    const withdrawn = change.kind === "queue" ? await withdrawAll(tx, ctx, locked) : locked;
    rows = [];
    for (const one of withdrawn) rows.push(await changed(tx, ctx, one, { change, where, place }));
    const isRefused = rows.some((row) => row.refused);
    return isPreview || isRefused ? refused("taken-back") : ok(undefined);
  });
  return ok({ isDone: done.ok, rows: inOrder(rows, chosen) });
}

interface Locked {
  readonly post: PostWithVersions;
  readonly problem: Refused<PostRefusal> | undefined;
}

/** Locks in the order of the ids, so that two concurrent changes of the same posts do not deadlock. */
async function lockAll(
  tx: Tx,
  ctx: Context,
  chosen: z.output<typeof changePostsInput>["posts"],
): Promise<Locked[]> {
  const locked: Locked[] = [];
  for (const { postId, version } of chosen.toSorted((one, other) =>
    one.postId < other.postId ? -1 : 1,
  )) {
    const read = await lockPostAt(tx, ctx, postId, version);
    locked.push(
      read.ok
        ? { post: read.value, problem: undefined }
        : { post: await lockPost(tx, ctx, postId), problem: read },
    );
  }
  return locked;
}

/**
 * Takes scheduled posts off the calendar first and keeps their order, so that queueing them again closes
 * gaps.
 */
async function withdrawAll(tx: Tx, ctx: Context, locked: readonly Locked[]): Promise<Locked[]> {
  const time = ({ post }: Locked) => post.publishAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const ordered = locked.toSorted((one, other) => (time(one) < time(other) ? -1 : 1));
  const withdrawn: Locked[] = [];
  for (const one of ordered) {
    const { id: postId, state } = one.post;
    const off =
      state === "scheduled" && !one.problem
        ? await takeOffCalendar(tx, ctx, { postId })
        : undefined;
    withdrawn.push(off && !off.ok ? { ...one, problem: off } : one);
  }
  return withdrawn;
}

async function changed(
  tx: Tx,
  ctx: Context,
  { post, problem }: Locked,
  tools: Tools & { readonly change: PostsChange },
): Promise<ChangedPost> {
  const before = standingOf(post);
  const row = { postId: post.id, text: post.parts[0]?.text ?? "", before };
  const done = problem ?? (await applyToPost(tx, ctx, post, tools));
  if (!done.ok) return { ...row, after: null, refused: done };
  const now = await postIfThere(tx, ctx, post.id);
  const after = now
    ? { ...standingOf(now), version: now.version }
    : { ...before, state: "deleted" as const, version: undefined };
  return { ...row, after, refused: null };
}

function standingOf({ state, publishAt, stageId }: Post): PlannedState {
  return { state, publishAt, stageId };
}

async function proveStage(ctx: Context, stageId: string): Promise<void> {
  const stages = await listStages(ctx);
  if (!stages.some(({ id }) => id === stageId)) throw new NotFound("stage", stageId);
}

function inOrder(rows: readonly ChangedPost[], chosen: readonly { readonly postId: string }[]) {
  const byId = new Map(rows.map((row) => [row.postId, row]));
  return chosen.flatMap(({ postId }) => byId.get(postId) ?? []);
}
