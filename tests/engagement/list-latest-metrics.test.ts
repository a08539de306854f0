import { expect, test } from "vitest";

import { listLatestMetrics } from "#lib/engagement/list-latest-metrics";
import { insertMetrics } from "#lib/engagement/metrics-repository";

import { haveWorkspace } from "../support/factories.ts";

test("the last count of each part, of this workspace alone", async () => {
  const ctx = await haveWorkspace();
  const count = (deliveryId: string, likes: number, workspaceId = ctx.workspaceId) => ({
    id: ctx.newId(),
    workspaceId,
    deliveryId,
    at: ctx.clock.now(),
    likes,
    reposts: 0,
    replies: 0,
    quotes: 0,
  });
  await ctx.transact((tx) => insertMetrics(tx, [count("one", 1), count("two", 5)]));
  ctx.clock.pass({ minutes: 10 });
  await ctx.transact((tx) => insertMetrics(tx, [count("one", 3), count("three", 9, "other")]));
  const latest = await listLatestMetrics(ctx, ["one", "two", "three", "never"]);
  expect(new Map([...latest].map(([id, { likes }]) => [id, likes]))).toEqual(
    new Map([
      ["one", 3],
      ["two", 5],
    ]),
  );
  expect(await listLatestMetrics(ctx, [])).toEqual(new Map());
});
