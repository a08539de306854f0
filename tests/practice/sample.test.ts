import { expect, test } from "vitest";

import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { skipShoutOut } from "#lib/advocacy/skip-shout-out";
import { showEngagementByStage } from "#lib/analytics/show-engagement-by-stage";
import { showToday } from "#lib/analytics/show-today";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { bringFriends } from "#lib/demo/bring-friends";
import { createDemoContext } from "#lib/demo/demo-context";
import { inviteColleague } from "#lib/demo/invite-colleague";
import { simulateNinetyDays } from "#lib/demo/simulate-ninety-days";
import { simulateToday } from "#lib/demo/simulate-today";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import type { Context } from "#lib/kernel/context";
import { addDays, startOfDay, wallClock } from "#lib/kernel/local-time";
import { listPeople } from "#lib/people/list-people";
import { showCalendar } from "#lib/posts/show-calendar";
import { showWorkspace } from "#lib/workspaces/show-workspace";

import { testRuntime } from "../support/context.ts";

/** Six weeks of the script, over the hour that the clock loses in spring. */
test("the sample lives through the product's own use cases", { timeout: 60_000 }, async () => {
  const now = new Date("2026-04-08T13:00:00Z");
  const runtime = await testRuntime();
  const days = 45;
  const demo = await createDemoContext(runtime, { days, now });
  await inviteColleague(demo);
  await simulateNinetyDays(demo, days, () => {});
  await simulateToday(demo, now);
  const { ctx, stageIds, today } = demo;

  const { touchpoints } = await listTouchpoints(ctx, { limit: 500 });
  expect(touchpoints.length).toBeGreaterThan(80);
  const types = new Set(touchpoints.map(({ touchpoint }) => touchpoint.type));
  for (const type of ["like", "reply", "mention", "follow", "in-store-purchase"])
    expect(types).toContain(type);
  expect(touchpoints.every(({ classification }) => classification !== undefined)).toBe(true);
  expect((await listPeople(ctx, { limit: 200 })).people.length).toBeGreaterThan(30);

  const deliveries = await listDeliveries(ctx, {});
  const states = deliveries.map(({ state }) => state);
  expect(states.filter((state) => state === "missed")).toHaveLength(1);
  expect(states.filter((state) => state === "published").length).toBeGreaterThan(10);

  const from = startOfDay(addDays(today, 1), "Europe/Amsterdam");
  const until = startOfDay(addDays(today, 15), "Europe/Amsterdam");
  const coming = await showCalendar(ctx, { from, until });
  expect(coming.length).toBeGreaterThan(5);
  expect(coming.some(({ stageId }) => stageId === stageIds.get("purchase"))).toBe(false);

  const { fairness } = await listShoutOuts(ctx);
  // One to skip, and one to thank where others see it: on whichever day the sample is made.
  const inPublic = await listPublic(ctx);
  expect(inPublic.length).toBeGreaterThan(1);
  for (const { shoutOut } of inPublic)
    await skipShoutOut(ctx, { shoutOutId: shoutOut.id, reason: "not-now" });
  await bringFriends(demo);
  expect((await listPublic(ctx)).length).toBeGreaterThan(1);
  expect(fairness.thanked).toBeGreaterThan(0);
  expect(await showEngagementByStage(ctx, { weeks: 4 })).toBeDefined();
});

async function listPublic(ctx: Context) {
  const { suggestions } = await listShoutOuts(ctx);
  return suggestions.filter(({ shoutOut }) => shoutOut.kind !== "private");
}

test.each([
  ["2026-04-08T13:00:00Z", 2],
  ["2026-04-08T01:30:00Z", 0],
  ["2026-04-08T21:30:00Z", 4],
])("made at %s, today has four posts at a shop's hours, %i of them out", async (made, out) => {
  const now = new Date(made);
  const demo = await createDemoContext(await testRuntime(), { days: 1, now });
  await simulateToday(demo, now);

  const { posts } = await showToday(demo.ctx);
  expect(posts.map(({ at }) => wallClock(at, "Europe/Amsterdam").slice(11))).toEqual([
    "08:30",
    "12:30",
    "16:00",
    "19:15",
  ]);
  const states = posts.flatMap(({ deliveries }) => deliveries.map(({ state }) => state));
  expect(states.filter((state) => state === "published")).toHaveLength(out);
  const { settings } = await showWorkspace(demo.ctx);
  expect(settings.plan).toMatchObject({ purchase: 1 });
});
