import type { When } from "../deliveries/input.ts";
import {
  findDestinations,
  planPost,
  type Scheduled,
  type ScheduleRefusal,
} from "../deliveries/schedule-post.ts";
import { allOrNothing } from "../kernel/all-or-nothing.ts";
import type { Context } from "../kernel/context.ts";
import type { Result } from "../kernel/result.ts";
import { accept, advocacyStageOf, type AcceptRefusal } from "./accept-shout-out.ts";
import { refuseHeld } from "./find-hold.ts";
import type { AcceptInput } from "./input.ts";

/**
 * Accepts a suggestion and schedules its post, in one transaction. If either is refused, the suggestion stays
 * open.
 */
export async function scheduleShoutOut(
  ctx: Context,
  { when, ...input }: AcceptInput & { readonly when: When },
): Promise<Result<Scheduled, AcceptRefusal | ScheduleRefusal>> {
  const stageId = await advocacyStageOf(ctx);
  const held = await refuseHeld(ctx, input.shoutOutId);
  if (held) return held;
  const where = await findDestinations(ctx);
  return allOrNothing(ctx, async (tx) => {
    const accepted = await accept(tx, ctx, input, { stageId, timeZone: where.timeZone });
    return accepted.ok ? planPost(tx, ctx, { postId: accepted.value.id, when }, where) : accepted;
  });
}
