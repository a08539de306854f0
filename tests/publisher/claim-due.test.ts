import { expect, test } from "vitest";

import type { Account } from "#lib/accounts/account";
import { updateAccount } from "#lib/accounts/repository";
import { showAccount } from "#lib/accounts/show-account";
import { applyEvent } from "#lib/deliveries/apply-event";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { reschedulePost } from "#lib/deliveries/reschedule-post";
import { claimDue, claimNext } from "#lib/publisher/claim-due";
import { publishDue } from "#lib/publisher/publish-due";
import { newRun } from "#lib/publisher/run";
import { changeWorkspace } from "#lib/workspaces/change-workspace";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { haveScheduled } from "../support/have-post.ts";

test("a workspace with much to send does not starve one with little", async () => {
  const { ctx } = await aWorkspace();
  const accounts = await haveAccounts(ctx, 12);
  for (let n = 0; n < 3; n += 1) await haveScheduled(ctx, { accountIds: idsOf(accounts) });
  const neighbour = await haveNeighbour(ctx);
  const theirs = await haveAccount(neighbour, { identifier: "their.example" });
  await haveScheduled(neighbour, { accountIds: [theirs.id], stageId: "stage-awareness-2" });
  const claimed = await claimDue(newRun(ctx, "worker"), 2);
  expect(new Set(claimed.map(({ workspaceId }) => workspaceId))).toEqual(
    new Set([ctx.workspaceId, neighbour.workspaceId]),
  );
});

test("what is moved while it is being claimed does not leave at its old time", async () => {
  const { ctx } = await aWorkspace();
  const accounts = await haveAccounts(ctx, 1);
  const { postId } = await haveScheduled(ctx, { accountIds: idsOf(accounts) });
  const [before] = await listDeliveries(ctx);
  if (!before) throw new Error("Nothing is planned.");
  const when = { kind: "wall-clock", at: "2026-03-05T09:00" } as const;
  expect(await reschedulePost(ctx, { postId, when })).toMatchObject({ ok: true });

  const claim = { type: "claim", workerId: "worker", purpose: "send" } as const;
  expect(await ctx.transact((tx) => applyEvent(tx, ctx, before, claim))).toBeUndefined();
  expect(await listDeliveries(ctx)).toMatchObject([{ state: "scheduled", fence: 0 }]);
});

test("while there is no room, an account gives way to those that waited longer", async () => {
  const { ctx } = await aWorkspace();
  const accounts = await haveAccounts(ctx, 3);
  await haveScheduled(ctx, { accountIds: idsOf(accounts) });
  await haveScheduled(ctx, { accountIds: idsOf(accounts) });
  const full = newRun(ctx, "full", { hasRoom: () => false });
  const [first] = accounts;
  if (!first) throw new Error("No account.");
  expect(await ctx.transact((tx) => claimNext(tx, full, [first.id]))).toEqual([]);

  ctx.clock.pass({ minutes: 1 });
  await setAccount(ctx, first, { lastPublishedAt: ctx.clock.now() });
  const claimed = await claimDue(full, 2);
  expect(claimed.map(({ accountId }) => accountId)).toEqual(idsOf(accounts.slice(1)));
});

test("what was put off keeps its place before what was planned later", async () => {
  const { ctx, fake } = await aWorkspace();
  const accounts = await haveAccounts(ctx, 1);
  await haveScheduled(ctx, { accountIds: idsOf(accounts), texts: ["first"] });
  fake.faults.push("not-sent");
  await publishDue(ctx, "worker");
  ctx.clock.pass({ seconds: 2 });
  await setAccount(ctx, accounts[0], {
    rateLimitedUntil: new Date(ctx.clock.now().getTime() + 10_000),
  });
  await haveScheduled(ctx, { accountIds: idsOf(accounts), texts: ["second"] });
  ctx.clock.pass({ seconds: 10 });
  await publishDue(ctx, "worker");
  expect(fake.accepted.map(({ text }) => text)).toEqual(["first", "second"]);
});

test("an account that is held is left alone until its hold ends, and others are not", async () => {
  const { ctx, fake } = await aWorkspace();
  const accounts = await haveAccounts(ctx, 2);
  const [held, free] = accounts;
  for (let n = 0; n < 2; n += 1) await haveScheduled(ctx, { accountIds: idsOf(accounts) });
  await setAccount(ctx, held, { rateLimitedUntil: new Date(ctx.clock.now().getTime() + 60_000) });
  await publishDue(ctx, "worker");
  expect(fake.accepted.map(({ accountId }) => accountId)).toEqual([free?.id, free?.id]);
  ctx.clock.pass({ seconds: 59 });
  expect(await publishDue(ctx, "worker")).toBe(0);
  ctx.clock.pass({ seconds: 1 });
  expect(await publishDue(ctx, "worker")).toBe(2);
});

test("no more posts leave an account in a day than its budget allows; the rest waits its turn", async () => {
  const { ctx, fake } = await aWorkspace();
  const accounts = await haveAccounts(ctx, 2);
  const [thrifty] = accounts;
  await setAccount(ctx, thrifty, { budget: { postsPerDay: 2 } });
  await letThemBeLate(ctx);
  for (let n = 0; n < 3; n += 1) {
    await haveScheduled(ctx, { accountIds: idsOf(accounts), texts: [`Post ${n}`] });
    await publishDue(ctx, "worker");
    ctx.clock.pass({ hours: 1 });
  }
  const ofThrifty = () => fake.accepted.filter((post) => post.accountId === thrifty?.id).length;
  expect(ofThrifty()).toBe(2);
  expect(fake.accepted).toHaveLength(5);
  expect(await showAccount(ctx, thrifty?.id ?? "")).toMatchObject({
    state: "active",
    postsResumeAt: new Date("2026-03-02T12:00:00Z"),
  });
  ctx.clock.set(new Date("2026-03-02T11:59:59Z"));
  expect(await publishDue(ctx, "worker")).toBe(0);
  ctx.clock.pass({ seconds: 1 });
  expect(await publishDue(ctx, "worker")).toBe(1);
  expect(ofThrifty()).toBe(3);
});

test("the network's own daily limit holds where a person allows more", async () => {
  const { ctx, fake } = await aWorkspace();
  Object.assign(fake.connector, { postsPerDay: 1 });
  const accounts = await haveAccounts(ctx, 1);
  await setAccount(ctx, accounts[0], { budget: { postsPerDay: 5 } });
  for (let n = 0; n < 2; n += 1) await haveScheduled(ctx, { accountIds: idsOf(accounts) });
  await publishDue(ctx, "worker");
  expect(fake.accepted).toHaveLength(1);
  expect((await listDeliveries(ctx)).map(({ state }) => state).toSorted()).toEqual([
    "published",
    "scheduled",
  ]);
});

async function aWorkspace() {
  return { ctx: await haveWorkspace(), fake: fakeNetwork() };
}

async function haveAccounts(ctx: TestContext, count: number): Promise<Account[]> {
  const accounts: Account[] = [];
  for (let n = 0; n < count; n += 1)
    accounts.push(await haveAccount(ctx, { identifier: `account-${n}` }));
  return accounts;
}

async function setAccount(
  ctx: TestContext,
  account: Account | undefined,
  change: Parameters<typeof updateAccount>[3],
): Promise<void> {
  await ctx.transact((tx) => updateAccount(tx, ctx.workspaceId, account?.id ?? "", change));
}

async function letThemBeLate(ctx: TestContext): Promise<void> {
  const changed = await changeWorkspace(ctx, { settings: { whenTooLate: "publish" } });
  if (!changed.ok) throw new Error(changed.refusal);
}

function idsOf(accounts: readonly Account[]): string[] {
  return accounts.map(({ id }) => id);
}
