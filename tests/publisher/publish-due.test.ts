import { expect, test } from "vitest";

import { disconnectAccount } from "#lib/accounts/disconnect-account";
import { showAccount } from "#lib/accounts/show-account";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { showDelivery } from "#lib/deliveries/show-delivery";
import { unschedulePost } from "#lib/deliveries/unschedule-post";
import { publishDue } from "#lib/publisher/publish-due";

import { eventTypesOf } from "../support/event-types.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";
import { aDuePost, deliveriesOf, statesOf } from "./a-due-post.ts";

test("a due post is there, once, with its address, and history says so", async () => {
  const { ctx, fake, post } = await aDuePost();
  expect(await publishDue(ctx, "worker")).toBe(1);

  const [delivery] = await deliveriesOf(ctx, post.postId);
  expect(delivery).toMatchObject({
    state: "published",
    url: `https://fake.example/${delivery?.id}`,
  });
  expect(fake.accepted.map(({ text }) => text)).toEqual(["Hello"]);
  expect(await eventTypesOf(ctx, delivery?.id)).toEqual(["delivery.published"]);
  expect((await showDelivery(ctx, delivery?.id ?? "")).history).toMatchObject([
    { phase: "publish", outcome: "published" },
  ]);
  expect(await publishDue(ctx, "worker")).toBe(0);
});

test("nothing leaves before its time", async () => {
  const { ctx, fake } = await aDuePost("2026-03-01T13:30");
  expect(await publishDue(ctx, "worker")).toBe(0);
  ctx.clock.pass({ minutes: 30 });
  expect(await publishDue(ctx, "worker")).toBe(1);
  expect(fake.accepted).toHaveLength(1);
});

test("a thread goes in order, every part under the one before", async () => {
  const { ctx, fake } = await aDuePost(undefined, ["one", "two", "three"]);
  await publishDue(ctx, "worker");
  expect(fake.accepted.map(({ text }) => text)).toEqual(["one", "two", "three"]);
  const [one, two] = fake.accepted.map(({ key }) => ({ id: `remote-${key}` }));
  expect(fake.preparations.map((part) => part.replyTo)).toEqual([
    undefined,
    { root: one, parent: one },
    { root: one, parent: two },
  ]);
});

test("a part that fails stops the rest, and trying again revives it", async () => {
  const { ctx, fake, post } = await aDuePost(undefined, ["one", "two", "three"]);
  fake.faults.push(undefined, "refuse");
  await publishDue(ctx, "worker");
  const after = await deliveriesOf(ctx, post.postId);
  expect(after.map(({ state }) => state)).toEqual(["published", "failed", "stopped"]);
  expect(after[1]).toMatchObject({ reason: "invalid", reasonDetail: "No." });
  expect(await eventTypesOf(ctx, after[1]?.id)).toEqual(["delivery.failed"]);

  await resolveDelivery(ctx, { deliveryId: after[1]?.id ?? "", answer: "send-again" });
  await publishDue(ctx, "worker");
  expect(fake.accepted.map(({ text }) => text)).toEqual(["one", "two", "three"]);
});

test("a limit of the network holds the account, and everything on it, until it ends", async () => {
  const { ctx, fake, post, account } = await aDuePost();
  await haveScheduled(ctx, { accountIds: [account.id], texts: ["Second"] });
  fake.faults.push("later");
  await publishDue(ctx, "worker");
  expect(await statesOf(ctx, post.postId)).toEqual(["scheduled"]);
  expect(fake.calls.publish).toBe(1);
  ctx.clock.pass({ seconds: 63 });
  await publishDue(ctx, "worker");
  expect(fake.accepted).toHaveLength(2);
});

test("a sign-in that has ended holds the posts, and they leave in order once it is back", async () => {
  const { ctx, fake, account } = await aDuePost();
  await haveScheduled(ctx, { accountIds: [account.id], texts: ["Second"] });
  fake.faults.push("reconnect");
  await publishDue(ctx, "worker");
  expect(await showAccount(ctx, account.id)).toMatchObject({ state: "needs_reconnect" });
  ctx.clock.pass({ minutes: 10 });
  expect(await publishDue(ctx, "worker")).toBe(0);

  await haveAccount(ctx);
  await publishDue(ctx, "worker");
  expect(fake.accepted.map(({ text }) => text)).toEqual(["Hello", "Second"]);
});

test("an access token that ran out is renewed on the way", async () => {
  const { ctx, fake } = await aDuePost();
  fake.tokenVersion = 2;
  await publishDue(ctx, "worker");
  expect(fake.accepted).toHaveLength(1);
  expect(fake.calls.refresh).toBe(1);
});

test("too late to go out unasked: a person says whether", async () => {
  const { ctx, fake, post } = await aDuePost("2026-03-01T13:30");
  ctx.clock.pass({ minutes: 91 });
  await publishDue(ctx, "worker");
  const [missed] = await deliveriesOf(ctx, post.postId);
  expect(missed).toMatchObject({ state: "missed" });
  expect(fake.accepted).toHaveLength(0);

  await resolveDelivery(ctx, { deliveryId: missed?.id ?? "", answer: "send-again" });
  await publishDue(ctx, "worker");
  expect(fake.accepted).toHaveLength(1);
});

test("disconnecting cancels what was planned, for everyone to see", async () => {
  const { ctx, fake, post, account } = await aDuePost("2026-03-01T13:30");
  await disconnectAccount(ctx, { accountId: account.id });
  await publishDue(ctx, "worker");
  const [delivery] = await deliveriesOf(ctx, post.postId);
  expect(delivery).toMatchObject({ state: "cancelled", reason: "account-disconnected" });
  expect(fake.calls).toMatchObject({ publish: 0, revoke: 1 });
});

test("a post that a worker has in hand can no longer be taken back", async () => {
  const { ctx, fake, post } = await aDuePost();
  let refusal: unknown;
  fake.beforePublish = async () => {
    refusal = await unschedulePost(ctx, { postId: post.postId });
  };
  await publishDue(ctx, "worker");
  expect(refusal).toMatchObject({ ok: false, refusal: "already-publishing" });
});

test("two workers at once send everything once, one at a time per account", async () => {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  fake.publishMs = 2;
  const flying = new Map<string, number>();
  let most = 0;
  const accounts = await Promise.all(
    ["a", "b", "c"].map((identifier) => haveAccount(ctx, { identifier })),
  );
  for (let n = 0; n < 8; n += 1)
    await haveScheduled(ctx, { accountIds: accounts.map(({ id }) => id), texts: [`Post ${n}`] });
  const publish = fake.connector.publish;
  Object.assign(fake.connector, {
    publish: async (...args: Parameters<typeof publish>) => {
      const id = args[0].account.id;
      flying.set(id, (flying.get(id) ?? 0) + 1);
      most = Math.max(most, flying.get(id) ?? 0);
      const outcome = await publish(...args);
      flying.set(id, (flying.get(id) ?? 0) - 1);
      return outcome;
    },
  });
  for (let round = 0; round < 3; round += 1)
    await Promise.all([publishDue(ctx, "one"), publishDue(ctx, "two"), publishDue(ctx, "three")]);
  expect(fake.accepted).toHaveLength(24);
  expect(fake.calls.publish).toBe(24);
  expect(most).toBe(1);
});
