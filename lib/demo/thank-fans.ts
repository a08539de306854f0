import { acceptShoutOut } from "../advocacy/accept-shout-out.ts";
import { listShoutOuts, type Suggestion } from "../advocacy/list-shout-outs.ts";
import { skipShoutOut } from "../advocacy/skip-shout-out.ts";
import { schedulePost } from "../deliveries/schedule-post.ts";
import { confirmTouchpoint } from "../projector/confirm-touchpoint.ts";
import type { DemoContext } from "./demo-context.ts";
import { valueOf } from "./value-of.ts";

/** Reads the suggestions as Geertje would: thanks some at `times` (wall clock), lets the last one wait. */
export async function thankFans({ ctx }: DemoContext, times: readonly string[]): Promise<void> {
  const { suggestions } = await listShoutOuts(ctx);
  const ready = suggestions.filter(
    ({ shoutOut }) => shoutOut.needsCheck === "no" && shoutOut.kind !== "private",
  );
  for (const { shoutOut, act } of suggestions)
    // Stars or a photo without a word have nothing to read.
    if (shoutOut.needsCheck === "compliment" && shoutOut.touchpointId && act?.text)
      valueOf(
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
    valueOf(await skipShoutOut(ctx, { shoutOutId: leftover.shoutOut.id, reason: "not-now" }));
}

async function thank(ctx: DemoContext["ctx"], { shoutOut, act }: Suggestion, at: string) {
  const post = valueOf(await acceptShoutOut(ctx, { shoutOutId: shoutOut.id }));
  const target = shoutOut.kind === "reply" ? act?.replyTarget : undefined;
  valueOf(
    await schedulePost(ctx, {
      postId: post.id,
      when: { kind: "wall-clock", at },
      ...(target && act && { replyTo: { network: act.channel, target } }),
    }),
  );
}
