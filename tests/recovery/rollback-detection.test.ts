import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { openSendJournal } from "#lib/backup/open-send-journal";
import type { Delivery } from "#lib/deliveries/delivery";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { deleteDeliveries } from "#lib/deliveries/repository";
import type { Runtime } from "#lib/kernel/context";
import { publishDue } from "#lib/publisher/publish-due";
import { registerWorker } from "#lib/publisher/register-worker";
import { detectRollback, isLacking } from "#lib/recovery/rollback-detection";
import { showSafeMode } from "#lib/recovery/show-safe-mode";

import { type TestContext, noon } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";
import { setDelivery } from "../support/set-delivery.ts";

test("a database that knows everything that left is the right one", async () => {
  const { ctx } = await aPlaceWithPosts("one", "two");
  await publishDue(ctx, "worker");
  expect(ctx.sendJournal?.entries()).toHaveLength(2);
  expect(await detectRollback(ctx)).toBeUndefined();
});

test("one that was put back is noticed, and nothing of it is sent twice", async () => {
  const { ctx, fake } = await aPlaceWithPosts("one", "two");
  const before = await listDeliveries(ctx);
  await publishDue(ctx, "worker");
  await putBack(ctx, before);
  ctx.clock.pass({ minutes: 1 });

  await registerWorker(ctx, "worker");
  await publishDue(ctx, "worker");
  expect((await listDeliveries(ctx)).map(({ reason }) => reason)).toEqual(["restored", "restored"]);
  // From when the posts were written, and not from the worker's sign of life a minute later.
  expect(await showSafeMode(ctx)).toMatchObject({ since: noon });
  ctx.clock.pass({ minutes: 5 });
  await publishDue(ctx, "worker");
  expect((await listDeliveries(ctx)).map(({ state }) => state)).toEqual(["published", "published"]);
  expect(fake.accepted).toHaveLength(2);
  expect(await detectRollback(ctx)).toBeUndefined();
});

test("one that never heard of what was sent is noticed, too", async () => {
  const { ctx } = await aPlaceWithPosts("one");
  ctx.sendJournal?.append({ deliveryId: "of-tomorrow", fence: 1, at: noon });
  expect(await detectRollback(ctx)).toMatchObject({ cause: "went-back", doubted: 1 });
});

test("a delivery that was tried and taken off the calendar is missing for good reason", async () => {
  const { ctx, fake } = await aPlaceWithPosts("one");
  fake.faults.push("refuse");
  await publishDue(ctx, "worker");
  const [failed] = await listDeliveries(ctx);
  await ctx.transact((tx) => deleteDeliveries(tx, ctx.workspaceId, [failed?.id ?? ""]));
  expect(await detectRollback(ctx)).toBeUndefined();
});

test("a lost connection is followed by a look back before anything is claimed", async () => {
  let lost = 0;
  const { ctx, fake } = await aPlaceWithPosts("one", "two");
  const before = await listDeliveries(ctx);
  const runtime = { ...ctx, interruptions: () => lost };
  // The server fails over to a copy from before, while the answer to the first post is on its way.
  fake.beforePublish = async () => {
    fake.beforePublish = undefined;
    await putBack(ctx, before);
    lost += 1;
  };
  await publishDue(runtime, "worker");
  await publishDue(runtime, "worker");
  expect(fake.calls.publish).toBe(1);
  ctx.clock.pass({ minutes: 5 });
  await publishDue(runtime, "worker");
  expect(fake.accepted).toHaveLength(1);
});

test.each([
  ["the same", { fence: 3, intentAt: noon }, false],
  ["claimed anew since", { fence: 4, intentAt: noon }, false],
  ["never claimed for it", { fence: 2, intentAt: null }, true],
  ["claimed, and the intent is lost", { fence: 3, intentAt: null }, true],
  ["claimed, and an earlier intent is there", { fence: 3, intentAt: new Date(0) }, true],
  ["removed after it was tried", { fence: null, intentAt: null }, false],
  ["unheard of", undefined, true],
])("%s", (_what, known, expected) => {
  expect(isLacking({ fence: 3, at: noon }, known)).toBe(expected);
});

test("the send journal keeps the last 64, also over a restart, and shrugs at half a line", () => {
  const folder = aFolder();
  const first = openSendJournal(folder);
  for (let fence = 1; fence <= 100; fence += 1)
    first.append({ deliveryId: `d-${fence}`, fence, at: new Date(noon.getTime() + fence) });
  const second = openSendJournal(folder);
  second.append({ deliveryId: "d-101", fence: 101, at: new Date(noon.getTime() + 101) });
  const known = second.entries().map(({ fence }) => fence);
  expect(known.at(-1)).toBe(101);
  expect(known).toHaveLength(64);

  const [name] = readdirSync(join(folder, "last-sent"));
  const file = join(folder, "last-sent", name ?? "");
  writeFileSync(file, `${readFileSync(file, "utf8")}d-102 1`);
  expect(openSendJournal(folder).entries().at(-1)?.fence).toBe(101);
  second.clear();
  expect(openSendJournal(folder).entries()).toEqual([]);
});

test("a note takes less than a hundredth of a commit", () => {
  const journal = openSendJournal(aFolder());
  journal.append({ deliveryId: "warm", fence: 1, at: noon });
  const began = performance.now();
  for (let fence = 0; fence < 1_000; fence += 1)
    journal.append({ deliveryId: "01a2016d-868f-710f-8ef5-33820ae906de", fence, at: noon });
  expect((performance.now() - began) / 1_000).toBeLessThan(0.5);
});

async function aPlaceWithPosts(...texts: string[]) {
  const workspace = await haveWorkspace();
  const ctx: TestContext & Runtime = { ...workspace, sendJournal: openSendJournal(aFolder()) };
  const fake = fakeNetwork();
  const account = await haveAccount(ctx);
  for (const text of texts) await haveScheduled(ctx, { accountIds: [account.id], texts: [text] });
  return { ctx, fake };
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-journal-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** As the database was then. */
async function putBack(ctx: TestContext, before: readonly Delivery[]): Promise<void> {
  await ctx.transact(async (tx) => {
    for (const delivery of before) await setDelivery(tx, delivery.id, delivery);
  });
}
