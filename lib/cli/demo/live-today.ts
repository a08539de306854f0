import { collectAccount } from "../../engagement/collect-account.ts";
import { addDays, localDay, wallClock } from "../../kernel/local-time.ts";
import { publishDue } from "../../publishing/publish-due.ts";
import { answerPending } from "../../reactions.ts";
import { comingPosts, todaysPost } from "./coming-posts.ts";
import { planPost } from "./plan-post.ts";
import { timeZone, type Workshop } from "./workshop.ts";

/** Up to this moment, and what is planned from here. The real clock takes over afterwards. */
export async function liveToday(workshop: Workshop, now: Date): Promise<void> {
  const { ctx, clock, account, today } = workshop;
  await publishToday(workshop, now);
  clock.set(now);
  await collectAccount(ctx, account.id);
  await answerPending(ctx);
  for (const post of comingPosts)
    await planPost(workshop, post, `${addDays(today, post.inDays)}T${post.at}`);
}

/** Two hours ago, where two hours ago was today. */
async function publishToday(workshop: Workshop, now: Date): Promise<void> {
  const { ctx, clock, today } = workshop;
  const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  if (localDay(before(3), timeZone) !== today) return;
  clock.set(before(3));
  await planPost(workshop, todaysPost, wallClock(before(2), timeZone));
  clock.set(before(2));
  await publishDue(ctx, "sample");
}
