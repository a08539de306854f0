import { expect, test } from "vitest";

import { showDelivery } from "#lib/deliveries/show-delivery";
import { publishDue } from "#lib/publisher/publish-due";

import { eventTypesOf } from "../support/event-types.ts";
import { aDuePost, deliveriesOf, statesOf } from "./a-due-post.ts";

test.each(["reset-after", "error-after", "throw-after"] as const)(
  "after %s the network is asked and the post is found, not sent again",
  async (fault) => {
    const { ctx, fake, post } = await aDuePost();
    fake.faults.push(fault);
    await publishDue(ctx, "worker");
    expect(await statesOf(ctx, post.postId)).toEqual(["unknown"]);
    expect(await publishDue(ctx, "worker")).toBe(0);
    ctx.clock.pass({ seconds: 31 });
    await publishDue(ctx, "worker");
    expect(await statesOf(ctx, post.postId)).toEqual(["published"]);
    expect(fake.accepted).toHaveLength(1);
    expect(fake.calls).toMatchObject({ publish: 1, reconcile: 1 });
  },
);

test("what is surely not there is sent again, byte for byte", async () => {
  const { ctx, fake, post } = await aDuePost();
  fake.faults.push("reset-before");
  await publishDue(ctx, "worker");
  const [before] = await deliveriesOf(ctx, post.postId);
  ctx.clock.pass({ seconds: 31 });
  await publishDue(ctx, "worker");
  expect(await statesOf(ctx, post.postId)).toEqual(["published"]);
  expect(fake.accepted.map(({ request }) => request)).toEqual([before?.request]);
  expect(fake.preparations).toHaveLength(1);
});

test("a request that never ends is a doubt, not a failure", async () => {
  const { ctx, fake, post } = await aDuePost(undefined, ["Hello"], { timeoutMs: 1_000 });
  fake.faults.push("hang");
  await publishDue(ctx, "worker");
  expect(await statesOf(ctx, post.postId)).toEqual(["unknown"]);
});

test("a network that cannot list never gets a second try on doubt", async () => {
  const { ctx, fake, post } = await aDuePost(undefined, ["Hello"], { kind: "listing" });
  fake.faults.push("reset-before");
  await publishDue(ctx, "worker");
  for (const seconds of [31, 61]) {
    ctx.clock.pass({ seconds });
    await publishDue(ctx, "worker");
  }
  const [parked] = await deliveriesOf(ctx, post.postId);
  expect(parked).toMatchObject({ state: "needs_person" });
  expect(await eventTypesOf(ctx, parked?.id)).toEqual(["delivery.needs-person"]);
  expect(fake.calls).toMatchObject({ publish: 1, reconcile: 2 });
  const { history } = await showDelivery(ctx, parked?.id ?? "");
  expect(history).toMatchObject([
    { phase: "publish", outcome: "unknown", decided: "unknown", why: "no-answer" },
    { phase: "reconcile", outcome: "absent", decided: "unknown", why: "not-shown-yet" },
    { phase: "reconcile", outcome: "absent", decided: "needs_person", why: "still-unknown" },
  ]);
  expect(history.map(({ nextAt }) => nextAt !== null)).toEqual([true, true, false]);
});

test("a network that never answers whether it is there ends with a person after two hours of asking", async () => {
  const { ctx, fake, post } = await aDuePost();
  fake.faults.push("reset-after");
  for (let n = 0; n < 20; n += 1) fake.reconcileAnswers.push({ kind: "unknown", detail: "503" });
  for (let n = 0; n < 15; n += 1) {
    await publishDue(ctx, "worker");
    ctx.clock.pass({ minutes: 11 });
  }
  expect(await statesOf(ctx, post.postId)).toEqual(["needs_person"]);
  expect(fake.calls).toMatchObject({ publish: 1, reconcile: 12 });
});
