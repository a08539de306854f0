import { expect, test } from "vitest";

import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { registerWorker } from "#lib/publisher/register-worker";

import { haveScheduled } from "../support/have-post.ts";
import { numbered, peopleAtWork, seen, states, workOn } from "./people-at-work.ts";

test("a clock that jumps an hour ahead sends what is due then, once", async () => {
  const atWork = await peopleAtWork({ accounts: 2, posts: 3 });
  const { ctx, fake, accounts } = atWork;
  const accountIds = accounts.map(({ id }) => id);
  await haveScheduled(ctx, { accountIds, texts: ["in 59 minutes"], at: "2026-03-01T13:59" });
  await haveScheduled(ctx, { accountIds, texts: ["in two hours"], at: "2026-03-01T15:00" });
  fake.beforePublish = () => {
    fake.beforePublish = undefined;
    ctx.clock.pass({ hours: 1 });
  };
  await workOn(atWork, { rounds: 5 });
  const expected = [...numbered(3), "in 59 minutes"];
  // A sign-in that seems to have taken an hour is begun anew, so the order may differ.
  const seenSorted = seen(atWork).map((texts) => texts.toSorted());
  expect(seenSorted).toEqual([expected.toSorted(), expected.toSorted()]);
  expect(await states(atWork)).toEqual({ published: 8, scheduled: 2 });
});

test("a clock that jumps a day back sends nothing again, and the rest in its time", async () => {
  const atWork = await peopleAtWork({ accounts: 2, posts: 3 });
  const { ctx, fake, accounts } = atWork;
  const accountIds = accounts.map(({ id }) => id);
  await haveScheduled(ctx, { accountIds, texts: ["later"], at: "2026-03-01T15:00" });
  fake.beforePublish = () => {
    fake.beforePublish = undefined;
    ctx.clock.pass({ days: -1 });
  };
  await workOn(atWork, { rounds: 5 });
  ctx.clock.pass({ days: 1, hours: 2 });
  await workOn(atWork, { rounds: 60 });
  const expected = [...numbered(3), "later"];
  expect(seen(atWork)).toEqual([expected, expected]);
  expect(await states(atWork)).toEqual({ published: 8 });
});

test("an answer that was lost just before the clock went a day back is found within the hour", async () => {
  const atWork = await peopleAtWork({ accounts: 1, posts: 2 });
  const { ctx, fake } = atWork;
  fake.faults.push("hang");
  // The worker dies in the middle of it: its time runs out a day later by the new clock.
  void workOn(atWork, { rounds: 1, runtime: { ...ctx, log: ctx.log } });
  await waitFor(() => fake.accepted.length === 1);
  ctx.clock.pass({ days: -1 });
  await workOn(atWork, { rounds: 30 });
  expect(seen(atWork)).toEqual([["post 001"]]);
  expect(await statesByText(atWork)).toMatchObject({ "post 001": "published" });
});

test("a worker's sign of life from the future keeps nobody out", async () => {
  const { ctx } = await peopleAtWork({ accounts: 1, posts: 1 });
  const first = await registerWorker(ctx, "worker of tomorrow");
  expect(first.ok).toBe(true);
  ctx.clock.pass({ days: -1 });
  expect((await registerWorker(ctx, "worker of today")).ok).toBe(true);
});

async function statesByText({ ctx }: Awaited<ReturnType<typeof peopleAtWork>>) {
  const all = await listDeliveries(ctx);
  return Object.fromEntries(all.map(({ snapshot, state }) => [snapshot.text, state]));
}

async function waitFor(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
