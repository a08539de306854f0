import type { z } from "zod";

import { allOrNothing } from "../kernel/all-or-nothing.ts";
import type { Context } from "../kernel/context.ts";
import type { Result } from "../kernel/result.ts";
import { keepDraft, proveDraft } from "../posts/save-draft.ts";
import type { submitPostInput } from "./input.ts";
import type { Immovable } from "./movable.ts";
import {
  findDestinations,
  planPost,
  type Scheduled,
  type ScheduleRefusal,
} from "./schedule-post.ts";
import { lockPlaces } from "./take-place.ts";
import { takeOffCalendar } from "./unschedule-post.ts";

/**
 * Saves the draft and schedules the post. A post that was scheduled gets the new time. A refusal leaves
 * everything unchanged.
 */
export async function submitPost(
  ctx: Context,
  { draft, when, wasScheduled }: z.input<typeof submitPostInput>,
): Promise<Result<Scheduled, ScheduleRefusal | Immovable | "changed-since">> {
  const proven = await proveDraft(ctx, draft);
  const where = await findDestinations(ctx);
  return allOrNothing(ctx, async (tx) => {
    const place = await lockPlaces(tx, ctx, when);
    const { postId, version } = proven.draft;
    const off =
      wasScheduled && postId ? await takeOffCalendar(tx, ctx, { postId, version }) : undefined;
    if (off && !off.ok) return off;
    // Taking it off the calendar has increased the version.
    const now = off ? { ...proven, draft: { ...proven.draft, version: undefined } } : proven;
    const kept = await keepDraft(tx, ctx, now);
    return kept.ok ? planPost(tx, ctx, { postId: kept.value.id, when: place }, where) : kept;
  });
}
