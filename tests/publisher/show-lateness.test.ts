import { describe, expect, test } from "vitest";

import { publishDue } from "#lib/publisher/publish-due";
import { punctualityOf } from "#lib/publisher/punctuality";
import { showLateness } from "#lib/publisher/show-lateness";

import { noon } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";

test("counts from the due instant to the moment it left, in this workspace, in the last week", async () => {
  fakeNetwork();
  const ctx = await haveWorkspace();
  const account = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [account.id], at: "2026-03-01T13:30", texts: ["a", "b"] });
  ctx.clock.pass({ minutes: 30, seconds: 4 });
  await publishDue(ctx, "worker");
  expect(await showLateness(ctx)).toMatchObject({
    count: 1,
    quantiles: { median: 4_000, p95: 4_000, worst: 4_000 },
  });
  expect(await showLateness({ ...ctx, workspaceId: "workspace-2" })).toMatchObject({ count: 0 });
  ctx.clock.pass({ days: 8 });
  expect(await showLateness(ctx)).toMatchObject({ count: 0, quantiles: undefined });
});

describe("punctuality", () => {
  const late = (ms: number) => ({ dueAt: noon, leftAt: new Date(noon.getTime() + ms) });

  test("every departure is in exactly one bin", () => {
    const all = [-50, 0, 250, 251, 1_000, 40_000, 60_001, 3_600_000, 3_600_001].map(late);
    const { bins, count } = punctualityOf(all);
    expect(bins.map((bin) => bin.count)).toEqual([3, 2, 0, 0, 1, 1, 1, 1]);
    expect(count).toBe(9);
    expect(bins.at(-1)?.upToMs).toBeUndefined();
  });

  test("quantiles are of what really happened", () => {
    const all = Array.from({ length: 100 }, (_, index) => late(index + 1));
    expect(punctualityOf(all).quantiles).toEqual({ median: 50, p95: 95, worst: 100 });
  });
});
