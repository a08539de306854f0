import { expect, test } from "vitest";

import type { AccountRow } from "#lib/accounts/account";
import { pauseAccount } from "#lib/accounts/pause-account";
import { updateAccount } from "#lib/accounts/repository";
import { resumeAccount } from "#lib/accounts/resume-account";
import type { Context } from "#lib/kernel/context";
import { listBlockers } from "#lib/publisher/list-blockers";
import { publishDue } from "#lib/publisher/publish-due";
import { resumeSending, stopSending } from "#lib/publisher/stop-sending";
import { recordSpending } from "#lib/spending/record-spending";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { haveScheduled } from "../support/have-post.ts";

const ours = { scope: "workspace" } as const;
const all = { scope: "installation" } as const;

test("a stop holds what is planned, here or everywhere, and nothing of others", async () => {
  const { ctx, postId, kinds } = await aPlannedPost();
  const neighbour = await haveNeighbour(ctx);
  expect(await kinds()).toEqual([]);
  await stopSending(ctx, ours);
  expect(await kinds()).toEqual(["workspace-stopped"]);
  await stopSending(ctx, all);
  expect(await kinds()).toEqual(["installation-stopped"]);
  expect(await listBlockers(neighbour, { postIds: [postId] })).toEqual([]);
  await resumeSending(ctx, ours);
  await resumeSending(ctx, all);
  expect(await kinds()).toEqual([]);
});

test("an account that is paused, wants a sign-in or is out of credit holds its own", async () => {
  const { ctx, accountId, postId, kinds } = await aPlannedPost();
  await pauseAccount(ctx, { accountId });
  expect(await listBlockers(ctx, { postIds: [postId] })).toMatchObject([
    { postId, accountId, handle: "ada.example", network: "fake", blocker: { kind: "paused" } },
  ]);
  await resumeAccount(ctx, { accountId });
  for (const [state, kind] of [
    ["needs_reconnect", "needs-reconnect"],
    ["out_of_credit", "out-of-credit"],
  ] as const) {
    await change(ctx, accountId, { state });
    expect(await kinds()).toEqual([kind]);
  }
});

test("used up for the day: only what is planned before there is room again", async () => {
  const { ctx, accountId, kinds } = await aPlannedPost("2026-03-02T09:00");
  await haveScheduled(ctx, { accountIds: [accountId] });
  await publishDue(ctx, "worker");
  await change(ctx, accountId, { budget: { postsPerDay: 1 } });
  const tomorrowNoon = new Date("2026-03-02T12:00:00Z");
  expect(await kinds()).toEqual(["daily-posts"]);
  const later = await haveScheduled(ctx, { accountIds: [accountId], at: "2026-03-03T09:00" });
  expect(await listBlockers(ctx, { postIds: [later.postId] })).toEqual([]);
  await change(ctx, accountId, { budget: null, rateLimitedUntil: tomorrowNoon });
  expect(await kinds()).toEqual(["network-limit"]);
});

test("the month's amount is spent: what is planned for the next month goes at its time", async () => {
  const { ctx, fake, accountId, kinds } = await aPlannedPost("2026-03-02T09:00");
  Object.assign(fake.connector, { price: () => ({ usdMicros: 15_000 }) });
  await change(ctx, accountId, { budget: { usdMicrosPerMonth: 20_000 } });
  expect(await kinds()).toEqual([]);
  const spent = { workspaceId: ctx.workspaceId, accountId, kind: "publish" as const };
  await ctx.transact((tx) => recordSpending(tx, ctx, { ...spent, usdMicros: 15_000 }));
  expect(await kinds()).toEqual(["monthly-cap"]);
  const inApril = await haveScheduled(ctx, { accountIds: [accountId], at: "2026-04-02T09:00" });
  expect(await listBlockers(ctx, { postIds: [inApril.postId] })).toEqual([]);
});

test("what is out is not held", async () => {
  const { ctx, accountId } = await aPlannedPost();
  const { postId } = await haveScheduled(ctx, { accountIds: [accountId] });
  await publishDue(ctx, "worker");
  await stopSending(ctx, ours);
  expect(await listBlockers(ctx, { postIds: [postId] })).toEqual([]);
});

async function aPlannedPost(at = "2026-03-02T09:00") {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  const { id: accountId } = await haveAccount(ctx);
  const { postId } = await haveScheduled(ctx, { accountIds: [accountId], at });
  const kinds = async () => {
    const held = await listBlockers(ctx, { postIds: [postId] });
    return held.map(({ blocker: hold }) => hold.kind);
  };
  return { ctx, fake, accountId, postId, kinds };
}

function change(ctx: Context, accountId: string, to: Partial<AccountRow>): Promise<void> {
  return ctx.transact((tx) => updateAccount(tx, ctx.workspaceId, accountId, to));
}
