import { acceptShoutOut } from "../advocacy/accept-shout-out.ts";
import { confirmTouchpoint } from "../advocacy/confirm-touchpoint.ts";
import { listShoutOuts, type Suggestion } from "../advocacy/list-shout-outs.ts";
import { skipShoutOut } from "../advocacy/skip-shout-out.ts";
import { schedulePost } from "../deliveries/schedule-post.ts";
import { must } from "./must.ts";
import type { Workshop } from "./workshop.ts";

/** Reads the suggestions as Geertje would: thanks some at `times` (wall clock), lets the last one wait. */
export async function thankFans({ ctx }: Workshop, times: readonly string[]): Promise<void> {
  const { suggestions } = await listShoutOuts(ctx);
  const ready = suggestions.filter(({ shoutOut }) => shoutOut.needsCheck === "no");
  for (const { shoutOut } of suggestions)
    if (shoutOut.needsCheck === "compliment" && shoutOut.touchpointId)
      must(
        await confirmTouchpoint(ctx, {
          touchpointId: shoutOut.touchpointId,
          verdict: "compliment",
        }),
      );
  for (const [index, at] of times.entries()) {
    const suggestion = ready[index];
    if (suggestion) await thank(ctx, suggestion, at);
  }
  const leftover = ready[times.length + 3];
  if (leftover)
    must(await skipShoutOut(ctx, { shoutOutId: leftover.shoutOut.id, reason: "not-now" }));
}

async function thank(ctx: Workshop["ctx"], { shoutOut, act }: Suggestion, at: string) {
  const post = must(await acceptShoutOut(ctx, { shoutOutId: shoutOut.id }));
  const target = shoutOut.kind === "reply" ? act?.replyTarget : undefined;
  must(
    await schedulePost(ctx, {
      postId: post.id,
      when: { kind: "wall-clock", at },
      ...(target && act && { replyTo: { network: act.channel, target } }),
    }),
  );
}
