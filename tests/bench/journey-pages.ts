import { desc, eq } from "drizzle-orm";

import { suggestShoutOuts } from "#lib/advocacy/suggest-shout-outs";
import type { Context } from "#lib/kernel/context";
import { addDays, localDay } from "#lib/kernel/local-time";
import { journeyStates } from "#lib/projections/schema";
import { viewCalendar } from "#lib/views/calendar";
import { viewFrame } from "#lib/views/frame";
import { viewJourney } from "#lib/views/journey";
import { viewPeople } from "#lib/views/people";
import { viewPerson } from "#lib/views/person";
import { viewShoutOuts } from "#lib/views/shout-outs";
import { viewToday } from "#lib/views/today";

import { quantile } from "./quantile.ts";

const rounds = 40;

/** How long everything takes that a page asks for before it is drawn, by page; nearly all of it is the database's. */
export async function pageTimes(ctx: Context): Promise<object[]> {
  const suggesting = performance.now();
  await suggestShoutOuts(ctx);
  const suggested = performance.now() - suggesting;
  const [busiest] = await ctx.db
    .select({ id: journeyStates.id })
    .from(journeyStates)
    .where(eq(journeyStates.workspaceId, ctx.workspaceId))
    .orderBy(desc(journeyStates.entries))
    .limit(1);
  const today = localDay(ctx.clock.now(), "UTC");
  const week = Array.from({ length: 7 }, (_nothing, day) => addDays(today, day - 3));
  const pages: Readonly<Record<string, () => Promise<unknown>>> = {
    frame: () => viewFrame(ctx),
    today: () => viewToday(ctx, { daysAhead: 7, questions: 5 }),
    calendar: () => viewCalendar(ctx, { days: week }),
    journey: () => viewJourney(ctx, undefined),
    people: () => viewPeople(ctx, { limit: 50 }),
    "busiest person": () => viewPerson(ctx, busiest?.id ?? "", { limit: 50 }),
    "shout-outs": () => viewShoutOuts(ctx),
  };
  const rows: object[] = [{ page: "(suggesting anew)", "median ms": rounded(suggested) }];
  for (const [page, read] of Object.entries(pages)) {
    const took: number[] = [];
    let cpu = process.cpuUsage();
    for (let round = 0; round <= rounds; round += 1) {
      const begun = performance.now();
      await read();
      // The first builds its statements.
      if (round > 0) took.push(performance.now() - begun);
      else cpu = process.cpuUsage();
    }
    const { user, system } = process.cpuUsage(cpu);
    rows.push({
      page,
      "median ms": rounded(quantile(took, 0.5)),
      "p95 ms": rounded(quantile(took, 0.95)),
      "CPU ms": rounded((user + system) / 1000 / rounds),
    });
  }
  return rows;
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
