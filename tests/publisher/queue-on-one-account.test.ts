import { expect, onTestFinished, test } from "vitest";

import { openStore } from "#lib/db/open";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { systemClock } from "#lib/kernel/clock";
import type { Context } from "#lib/kernel/context";
import { semaphore } from "#lib/kernel/semaphore";
import { publishDue } from "#lib/publisher/publish-due";
import { startPublisher } from "#lib/publisher/start-publisher";
import { stopSending } from "#lib/publisher/stop-sending";

import { aroundTransact } from "../support/around-transact.ts";
import { freshDatabase } from "../support/database.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";

test("a queue on one account leaves in order, with one commit a post", async () => {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  const { id } = await haveAccount(ctx);
  const texts = Array.from({ length: 8 }, (_, n) => `Post ${n}`);
  for (const text of texts) await haveScheduled(ctx, { accountIds: [id], texts: [text] });
  // An answer takes as long as it takes to make the next post ready, on whatever machine.
  const { preparations, calls } = fake;
  fake.beforePublish = () =>
    until(() => preparations.length > calls.publish || preparations.length === texts.length);
  fake.publishMs = 20;
  let commits = 0;
  const counting = aroundTransact(ctx, (transact) => (work) => {
    commits += 1;
    return transact(work);
  });
  await publishDue(counting, "worker");
  expect(fake.accepted.map(({ text }) => text)).toEqual(texts);
  expect(fake.preparations).toHaveLength(texts.length);
  // The first claim and the first intent are the two that nothing else could share.
  expect(commits).toBeLessThanOrEqual(texts.length + 4);
});

test("a stop from another process holds within two seconds, and what was kept back is still there", async () => {
  const { url, drop } = await freshDatabase();
  const [here, there] = [await openStore(url), await openStore(url)];
  onTestFinished(async () => {
    await here.close();
    await there.close();
    await drop();
  });
  const ctx: Context = { ...(await haveWorkspace(here)), clock: systemClock };
  const fake = fakeNetwork();
  fake.publishMs = 20;
  const { id } = await haveAccount(ctx);
  for (let n = 0; n < 150; n += 1) await haveScheduled(ctx, { accountIds: [id] });
  const publisher = startPublisher(ctx);
  await until(() => fake.calls.publish >= 3);
  await stopSending({ ...ctx, ...there }, { scope: "workspace" });
  await pause(2_000);
  const sent = fake.calls.publish;
  await pause(500);
  expect(fake.calls.publish).toBe(sent);
  await publisher.stop();
  const states = (await listDeliveries(ctx)).map(({ state }) => state);
  expect(states.filter((state) => state === "published")).toHaveLength(sent);
  expect(states.filter((state) => state === "scheduled")).toHaveLength(150 - sent);
  expect(sent).toBeLessThan(150);
}, 60_000);

test("so many at a time and no more, whatever becomes of them", async () => {
  const turn = semaphore(2);
  let [running, most] = [0, 0];
  const work = (n: number) =>
    turn(async () => {
      running += 1;
      most = Math.max(most, running);
      await pause(1);
      running -= 1;
      if (n % 3 === 0) throw new Error("no");
      return n;
    });
  const ended = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map(work));
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  expect(most).toBe(2);
});

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error("It did not happen in time.");
    await pause(5);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
