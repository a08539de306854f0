import { isDeepStrictEqual } from "node:util";

import type { z } from "zod";

import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { localDay } from "../kernel/local-time.ts";
import { ok, type Result } from "../kernel/result.ts";
import { deleteDraft } from "../posts/delete-post.ts";
import { lockPost } from "../posts/lock-post.ts";
import { nextOccurrence } from "../posts/occurrences.ts";
import type { endRecurrenceInput } from "../posts/recurrence-input.ts";
import { type Recurrence, timesOf, wordsOf } from "../posts/recurrence.ts";
import { listLater, lockRecurrence, saveRecurrence } from "../posts/recurring-posts.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { lockQueue } from "../workspaces/save-queue-settings.ts";
import { dueOf } from "./make-occurrences.ts";
import { takeOffCalendar } from "./unschedule-post.ts";

export interface EndedRecurrence {
  /** Number of the recurrence's posts that are deleted. */
  readonly deletedCount: number;
  /** Number of posts that somebody has rewritten; they become drafts, so that nothing is lost or sent. */
  readonly draftCount: number;
  /** Number of posts that are published or being published, or that nobody planned again. */
  readonly keptCount: number;
}

/** Ends the recurrence on that day and takes its planned posts from then on off the calendar. */
export async function endRecurrence(
  ctx: Context,
  { recurrenceId, from }: z.output<typeof endRecurrenceInput>,
): Promise<Result<EndedRecurrence, never>> {
  requireRole(ctx, "editor");
  return ctx.transact(async (tx) => {
    await lockQueue(tx, ctx);
    const recurrence = await lockRecurrence(tx, ctx, recurrenceId);
    const day = from ?? localDay(ctx.clock.now(), recurrence.timeZone);
    const counts = { deletedCount: 0, draftCount: 0, keptCount: 0 };
    for (const { id, publishAt } of await listLater(tx, ctx, recurrenceId, day))
      if (publishAt) counts[await takeAway(tx, ctx, recurrence, id)] += 1;
    await close(tx, ctx, recurrence, day);
    return ok(counts);
  });
}

async function close(tx: Tx, ctx: Context, recurrence: Recurrence, day: string): Promise<void> {
  const now = ctx.clock.now();
  const { endsBefore: before, madeThrough } = recurrence;
  const endsBefore = before !== null && before < day ? before : day;
  const next = nextOccurrence(timesOf({ ...recurrence, endsBefore }), madeThrough);
  const version = recurrence.version + 1;
  await saveRecurrence(tx, ctx, recurrence.id, {
    endsBefore,
    nextMakeAt: dueOf(next, now),
    obstacle: null,
    version,
    updatedAt: now,
  });
  await record(tx, ctx, "recurrence.ended", recurrence.id, { day: endsBefore, version });
}

/**
 * Takes one post off the calendar and returns the count it belongs to. A post that is already a draft stays
 * as it is.
 */
async function takeAway(
  tx: Tx,
  ctx: Context,
  { words }: Recurrence,
  postId: string,
): Promise<keyof EndedRecurrence> {
  const post = await lockPost(tx, ctx, postId);
  const off = await takeOffCalendar(tx, ctx, { postId });
  if (!off.ok) return "keptCount";
  const said = wordsOf(post);
  if (!words.some((one) => isDeepStrictEqual(one, said))) return "draftCount";
  await deleteDraft(tx, ctx, postId, post);
  return "deletedCount";
}
