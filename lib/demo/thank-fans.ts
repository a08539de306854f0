import { acceptShoutOut } from "../advocacy/accept-shout-out.ts";
import { listShoutOuts, type Suggestion } from "../advocacy/list-shout-outs.ts";
import { skipShoutOut } from "../advocacy/skip-shout-out.ts";
import { schedulePost } from "../deliveries/schedule-post.ts";
import { confirmTouchpoint } from "../projector/confirm-touchpoint.ts";
import type { DemoContext } from "./demo-context.ts";
import { valueOf } from "./value-of.ts";

/**
 * Handles the suggestions: confirms compliments, thanks a fan at each of `times` (wall-clock), and skips the
 * fourth remaining one.
 */
export async function thankFans({ ctx }: DemoContext, times: readonly string[]): Promise<void> {
  for (const { shoutOut, act } of (await listShoutOuts(ctx)).suggestions)
    // Ratings or photos without text need no check.
    if (shoutOut.needsCheck === "compliment" && shoutOut.touchpointId && act?.text)
      valueOf(
        await confirmTouchpoint(ctx, {
          touchpointId: shoutOut.touchpointId,
          verdict: "compliment",
        }),
      );
  for (const at of times) {
    const [next] = await listReady(ctx);
    if (next) await thank(ctx, next, at);
  }
  const leftover = (await listReady(ctx))[3];
  if (leftover)
    valueOf(await skipShoutOut(ctx, { shoutOutId: leftover.shoutOut.id, reason: "not-now" }));
}

/** Lists again each time, because a decision on one suggestion may change the others. */
async function listReady(ctx: DemoContext["ctx"]): Promise<Suggestion[]> {
  const { suggestions } = await listShoutOuts(ctx);
  return suggestions.filter(
    ({ shoutOut }) => shoutOut.needsCheck === "no" && shoutOut.kind !== "private",
  );
}

async function thank(ctx: DemoContext["ctx"], { shoutOut }: Suggestion, at: string) {
  const post = valueOf(await acceptShoutOut(ctx, { shoutOutId: shoutOut.id }));
  valueOf(
    await schedulePost(ctx, {
      postId: post.id,
      when: { kind: "wall-clock", at },
    }),
  );
}
