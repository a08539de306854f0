import { expect, onTestFinished, test } from "vitest";

import { disconnectAccount } from "#lib/accounts/disconnect-account";
import { updateAccount } from "#lib/accounts/repository";
import { collectSoon } from "#lib/engagement/collect-soon";
import { findAccount } from "#lib/engagement/collection-repository";
import { startListening } from "#lib/engagement/start-listening";
import type { Connector } from "#lib/networks/contract/connector";

import { haveWorkspace } from "../support/factories.ts";
import { haveAccount } from "../support/have-account.ts";
import { busyNetwork } from "../support/have-reactions.ts";

/** A network that keeps the ends of its open lines. */
async function haveLines() {
  const ctx = await haveWorkspace();
  const network = busyNetwork();
  const opened: { news: () => void; end: () => void; isStopped: boolean }[] = [];
  Object.assign(network.connector, {
    listen: (_session, news, end) => {
      const line = { news, end, isStopped: false };
      opened.push(line);
      return () => {
        line.isStopped = true;
      };
    },
  } satisfies Partial<Connector>);
  const account = await haveAccount(ctx);
  const listener = startListening(ctx, { lookEveryMs: 20, restMs: 1_000 });
  onTestFinished(() => listener.stop());
  await expect.poll(() => opened.length).toBe(1);
  const line = opened[0];
  if (!line) throw new Error("Nobody listens.");
  return { ctx, account, opened, line, listener };
}

test("news has the account collected at once, and many news once", async () => {
  const { ctx, account, line } = await haveLines();
  const later = new Date(ctx.clock.now().getTime() + 30 * 60_000);
  await ctx.transact((tx) =>
    updateAccount(tx, ctx.workspaceId, account.id, { nextCollectAt: later }),
  );
  ctx.clock.pass({ minutes: 1 });
  for (const _ of [1, 2, 3]) line.news();
  await expect
    .poll(async () => (await findAccount(ctx.db, account.id))?.nextCollectAt)
    .not.toEqual(later);
  const called = ctx.clock.now();
  expect((await findAccount(ctx.db, account.id))?.nextCollectAt).toEqual(called);
  // What is overdue keeps its turn.
  ctx.clock.pass({ minutes: 1 });
  await collectSoon(ctx, [account.id]);
  expect((await findAccount(ctx.db, account.id))?.nextCollectAt).toEqual(called);
});

test("a line that broke is opened again after a rest, which grows while it keeps breaking", async () => {
  const { ctx, opened, line } = await haveLines();
  line.end();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(opened).toHaveLength(1);
  ctx.clock.pass({ seconds: 1 });
  await expect.poll(() => opened.length).toBe(2);
  opened[1]?.end();
  ctx.clock.pass({ ms: 1_500 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(opened).toHaveLength(2);
  ctx.clock.pass({ ms: 500 });
  await expect.poll(() => opened.length).toBe(3);
});

test("of several workers one listens, and another goes on once it stops", async () => {
  const { ctx, opened, line, listener } = await haveLines();
  const others = [1, 2].map(() => startListening(ctx, { lookEveryMs: 20 }));
  onTestFinished(async () => void (await Promise.all(others.map((other) => other.stop()))));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(opened).toHaveLength(1);
  await listener.stop();
  expect(line.isStopped).toBe(true);
  await expect.poll(() => opened.length).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(opened).toHaveLength(2);
});

test("one that is gone without a word, or was paused, is followed by another after a minute", async () => {
  const { ctx, account, opened, line } = await haveLines();
  // Its right to the line ends unrenewed, and another takes it before it looks again.
  const listenLeaseUntil = new Date(ctx.clock.now().getTime() + 60_000);
  const taken = { listenerId: "another", listenLeaseUntil };
  await ctx.transact((tx) => updateAccount(tx, ctx.workspaceId, account.id, taken));
  await expect.poll(() => line.isStopped).toBe(true);
  expect(opened).toHaveLength(1);
  ctx.clock.pass({ minutes: 1 });
  await expect.poll(() => opened.length).toBe(2);
});

test("the line of an account that is gone is closed, and all are when the product stops", async () => {
  const { ctx, account, line } = await haveLines();
  await disconnectAccount(ctx, { accountId: account.id });
  await expect.poll(() => line.isStopped).toBe(true);
  const other = await haveLines();
  await other.listener.stop();
  expect(other.line.isStopped).toBe(true);
});
