import { collectAccount } from "../engagement/collect-account.ts";
import { runEventHandlers } from "../event-handlers.ts";
import { addDays } from "../kernel/local-time.ts";
import { publishDue } from "../publisher/publish-due.ts";
import { bringFriends } from "./bring-friends.ts";
import { comingPosts, todaysPosts } from "./coming-posts.ts";
import { timeOf, type DemoContext } from "./demo-context.ts";
import { planPost } from "./plan-post.ts";

const hourMs = 3_600_000;

/** Simulates today up to `now` and plans the coming posts. The real clock takes over afterwards. */
export async function simulateToday(demo: DemoContext, now: Date): Promise<void> {
  const { ctx, clock, account, today } = demo;
  const isOver = ({ at }: { at: string }) => timeOf(today, at) <= now;
  for (const post of todaysPosts.filter(isOver)) {
    const at = timeOf(today, post.at);
    clock.set(new Date(at.getTime() - hourMs));
    await planPost(demo, post, `${today}T${post.at}`);
    clock.set(at);
    await publishDue(ctx, "sample");
  }
  clock.set(now);
  await collectAccount(ctx, account.id);
  await runEventHandlers(ctx);
  await bringFriends(demo);
  for (const post of todaysPosts.filter((one) => !isOver(one)))
    await planPost(demo, post, `${today}T${post.at}`);
  for (const post of comingPosts)
    await planPost(demo, post, `${addDays(today, post.inDays)}T${post.at}`);
}
