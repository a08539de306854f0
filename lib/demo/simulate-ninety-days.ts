import { collectAccount } from "../engagement/collect-account.ts";
import { runEventHandlers } from "../event-handlers.ts";
import { addDays } from "../kernel/local-time.ts";
import { markInactive } from "../projector/mark-inactive.ts";
import { publishDue } from "../publisher/publish-due.ts";
import { serveCustomers } from "./customers.ts";
import { timeOf, type DemoContext } from "./demo-context.ts";
import { missedPost, pastPosts } from "./past-posts.ts";
import { planPost } from "./plan-post.ts";
import { thankFans } from "./thank-fans.ts";

const workerId = "sample";

/**
 * Simulates the days: posts are published, reactions are collected every evening, and fans are thanked twice
 * a week.
 */
export async function simulateNinetyDays(
  demo: DemoContext,
  days: number,
  onDay: (day: number) => void,
): Promise<void> {
  for (let number = 0; number < days; number += 1) {
    await liveDay(demo, number, days);
    onDay(number + 1);
  }
}

async function liveDay(demo: DemoContext, number: number, days: number): Promise<void> {
  const isYesterday = number === days - 1;
  const { ctx, clock, account, firstDay } = demo;
  const day = addDays(firstDay, number);
  clock.set(timeOf(day, "08:00"));
  const post = isYesterday ? missedPost : number % 2 === 0 ? pastPosts[number / 2] : undefined;
  const time = number % 4 === 0 && !isYesterday ? "10:30" : "16:00";
  if (post) await planPost(demo, post, `${day}T${time}`);
  if (isForThanks(number, days)) await thankFans(demo, [`${day}T12:15`]);

  // The machine was off yesterday afternoon, so the post due then becomes missed.
  for (const at of ["10:30", "12:15", ...(isYesterday ? [] : ["16:00"]), "21:00"]) {
    clock.set(timeOf(day, at));
    await publishDue(ctx, workerId);
  }
  await collectAccount(ctx, account.id);
  await serveCustomers(demo, day, number);
  await runEventHandlers(ctx);
  if (number % 3 === 0) await markInactive(ctx);
}

/** Twice a week, but not in the last four days, so that some suggestions remain. */
function isForThanks(number: number, days: number): boolean {
  return number < days - 4 && (number % 7 === 2 || number % 7 === 5);
}
