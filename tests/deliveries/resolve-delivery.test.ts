import { expect, test } from "vitest";

import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { showDelivery } from "#lib/deliveries/show-delivery";
import { listHistory } from "#lib/events/repository";
import type { Candidate } from "#lib/networks/contract/remote";
import { publishDue } from "#lib/publisher/publish-due";

import { aroundTransact } from "../support/around-transact.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";

const found: Candidate = {
  remoteId: "theirs-7",
  reference: { id: "theirs-7" },
  url: "https://fake.example/theirs-7",
  text: "Hello",
  at: "2026-03-01T12:00:05.000Z",
};

test.each([
  ["its id", { candidateRemoteId: found.remoteId }],
  ["its address", { url: found.url }],
])("one of the posts that were found is picked by %s, and is ours from then on", async (_, by) => {
  const { ctx, deliveryId } = await aParkedPost([found]);
  expect(await showDelivery(ctx, deliveryId)).toMatchObject({
    state: "needs_person",
    candidates: [found],
  });
  expect(await resolveDelivery(ctx, { deliveryId, answer: "is-there", ...by })).toMatchObject({
    ok: true,
    value: { state: "published" },
  });
  const { history, ...delivery } = await showDelivery(ctx, deliveryId);
  expect(delivery).toMatchObject({
    state: "published",
    remoteId: found.remoteId,
    reference: found.reference,
    url: found.url,
    publishedAt: new Date(found.at),
    candidates: null,
  });
  expect(history.at(-1)).toMatchObject({
    phase: "person",
    outcome: "is-there",
    excerpt: found.url,
    decided: "published",
  });
  const types = (await listHistory(ctx.db, ctx.workspaceId, deliveryId)).map(({ type }) => type);
  expect(types.slice(0, 2)).toEqual(["delivery.answered", "delivery.published"]);
});

test("a pasted address is kept, and the rest of a thread goes no further without the post itself", async () => {
  const { ctx, deliveryId } = await aParkedPost([], ["one", "two"]);
  const url = "https://fake.example/elsewhere";
  await resolveDelivery(ctx, { deliveryId, answer: "is-there", url });
  expect((await listDeliveries(ctx)).map((one) => [one.state, one.url])).toEqual([
    ["published", url],
    ["stopped", null],
  ]);
});

test("with the post itself the thread goes on", async () => {
  const { ctx, fake, deliveryId } = await aParkedPost([found], ["one", "two"]);
  await resolveDelivery(ctx, {
    deliveryId,
    answer: "is-there",
    candidateRemoteId: found.remoteId,
  });
  await publishDue(ctx, "worker");
  expect(fake.preparations.at(-1)?.replyTo).toEqual({
    root: found.reference,
    parent: found.reference,
  });
});

test("a post that nobody found, or that is another delivery's, cannot be picked", async () => {
  const { ctx, fake, accountId, deliveryId } = await aParkedPost([found]);
  const answer = "is-there" as const;
  expect(
    await resolveDelivery(ctx, { deliveryId, answer, candidateRemoteId: "never-seen" }),
  ).toMatchObject({ refusal: "no-such-candidate" });

  await haveScheduled(ctx, { accountIds: [accountId], texts: ["Other"] });
  fake.faults.push("reset-before");
  fake.reconcileAnswers.push({ kind: "published", ...found });
  await publishDue(ctx, "worker");
  ctx.clock.pass({ seconds: 31 });
  await publishDue(ctx, "worker");
  expect(
    await resolveDelivery(ctx, { deliveryId, answer, candidateRemoteId: found.remoteId }),
  ).toMatchObject({ refusal: "post-taken" });
});

test("two people who bind one post to two deliveries at one moment: one is refused, in words", async () => {
  const { ctx, fake, accountId, deliveryId } = await aParkedPost([found]);
  const { deliveries } = await haveScheduled(ctx, { accountIds: [accountId], texts: ["Other"] });
  fake.faults.push("reset-before");
  for (let n = 0; n < 2; n += 1)
    fake.reconcileAnswers.push({ kind: "absent", candidates: [found] });
  for (const seconds of [0, 31, 61]) {
    ctx.clock.pass({ seconds });
    await publishDue(ctx, "worker");
  }
  // Both have looked whether it is taken before either has kept its answer.
  const slowly = aroundTransact(
    ctx,
    (transact) => (work) =>
      transact(async (tx) => {
        const value = await work(tx);
        await new Promise((resolve) => setTimeout(resolve, 300));
        return value;
      }),
  );
  const binding = { answer: "is-there", candidateRemoteId: found.remoteId } as const;
  const outcomes = await Promise.all(
    [deliveryId, deliveries[0]?.id ?? ""].map((id) =>
      resolveDelivery(slowly, { deliveryId: id, ...binding }),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes).toContainEqual(expect.objectContaining({ refusal: "post-taken" }));
});

test("posts that are other deliveries' are not offered", async () => {
  const { ctx, fake, accountId } = await aParkedPost([]);
  await haveScheduled(ctx, { accountIds: [accountId], texts: ["There"] });
  await publishDue(ctx, "worker");
  const [published] = await listDeliveries(ctx, { states: ["published"] });
  const ours = { ...found, remoteId: published?.remoteId ?? "" };
  await haveScheduled(ctx, { accountIds: [accountId], texts: ["Doubted"] });
  fake.faults.push("reset-before");
  fake.reconcileAnswers.push({ kind: "absent", candidates: [ours, found] });
  await publishDue(ctx, "worker");
  ctx.clock.pass({ seconds: 31 });
  await publishDue(ctx, "worker");
  const [doubted] = await listDeliveries(ctx, { states: ["unknown"] });
  expect(doubted?.candidates).toEqual([found]);
});

/** On a network that can only be listed, after a request that was not answered. */
async function aParkedPost(candidates: Candidate[], texts = ["Hello"]) {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork({ outcome: { kind: "listing" } });
  const { id: accountId } = await haveAccount(ctx);
  const { deliveries } = await haveScheduled(ctx, { accountIds: [accountId], texts });
  fake.faults.push("reset-before");
  for (let n = 0; n < 2; n += 1) fake.reconcileAnswers.push({ kind: "absent", candidates });
  for (const seconds of [0, 31, 61]) {
    ctx.clock.pass({ seconds });
    await publishDue(ctx, "worker");
  }
  return { ctx, fake, accountId, deliveryId: deliveries[0]?.id ?? "" };
}
