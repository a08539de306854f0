import { listOpenJobs } from "#lib/dead-letters/list-open-jobs";
import { runEventHandlers } from "#lib/event-handlers";
import { record } from "#lib/events/record";

import type { TestContext } from "./context.ts";

/** Work that never succeeds: people are to be told of a delivery that is gone. Returns the job's id. */
export async function haveDeadLetter(ctx: TestContext): Promise<string> {
  const detail = { postId: "post", accountId: "account", reason: "invalid" };
  await ctx.transact((tx) => record(tx, ctx, "delivery.failed", "gone", detail));
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await runEventHandlers(ctx);
    ctx.clock.pass({ minutes: 59 });
  }
  const [dead] = await listOpenJobs(ctx, { isDead: true });
  if (!dead) throw new Error("Nothing was given up.");
  return dead.job.id;
}
