import { setTimeout as sleep } from "node:timers/promises";

import { recordPage } from "#lib/engagement/record-page";
import type { Context } from "#lib/kernel/context";
import { startProjectorThread } from "#lib/runtime/start-projector-thread";
import { viewToday } from "#lib/views/today";

import { fanWorld } from "./journey-world.ts";
import { lateness, practice } from "./lateness.ts";

const pageSize = 100;
const pagesASecond = 10;
const posts = 660;
const apartMs = 30;

/** How late 33 posts a second leave while 1,000 touchpoints a second come in and are derived, and somebody looks. */
export async function latenessBeside(ctx: Context): Promise<object> {
  const projector = startProjectorThread(ctx);
  const feeding = new AbortController();
  const fed = feed(ctx, feeding.signal);
  try {
    const late = await lateness(ctx, { accounts: 20, sign: practice, apartMs, posts });
    feeding.abort();
    return { ...late, "touchpoints/s beside": await fed };
  } finally {
    feeding.abort();
    await projector.stop();
  }
}

/** Answers how many a second came in. */
async function feed(ctx: Context, stopping: AbortSignal): Promise<number> {
  const world = fanWorld({ count: 100_000, people: 10_000, until: ctx.clock.now(), from: "late" });
  const begun = performance.now();
  let pages = 0;
  for (; !stopping.aborted; pages += 1) {
    await recordPage(
      ctx,
      { id: "account-1", network: "bench" },
      "Europe/Amsterdam",
      world.next(pageSize),
      async () => {},
    );
    if (pages % pagesASecond === 0) await viewToday(ctx, { daysAhead: 7, questions: 5 });
    const ahead = begun + ((pages + 1) * 1000) / pagesASecond - performance.now();
    if (ahead > 0) await sleep(ahead);
  }
  return Math.round((pages * pageSize * 1000) / (performance.now() - begun));
}
