import { expect, test } from "vitest";

import { disconnectAccount } from "#lib/accounts/disconnect-account";
import { deletePublished } from "#lib/deliveries/delete-published";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { countQuestions, listQuestions } from "#lib/deliveries/list-questions";
import { insertDeliveries } from "#lib/deliveries/repository";
import { reschedulePost } from "#lib/deliveries/reschedule-post";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { showDelivery } from "#lib/deliveries/show-delivery";
import { unschedulePost } from "#lib/deliveries/unschedule-post";
import { listHistory } from "#lib/events/repository";
import { showPost } from "#lib/posts/show-post";
import { publishDue } from "#lib/publisher/publish-due";

import { type TestContext, noon } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePost, haveScheduled } from "../support/have-post.ts";

test("a draft becomes deliveries, one a part and account, and is on the calendar", async () => {
  const { ctx, account } = await aWorkspace();
  const other = await haveAccount(ctx, { identifier: "second" });
  const postId = await havePost(ctx, {
    accountIds: [account.id, other.id],
    texts: ["one", "two"],
  });
  const outcome = await schedulePost(ctx, { postId, when: at("2026-03-02T09:00") });
  expect(outcome).toMatchObject({
    ok: true,
    value: { publishAt: new Date("2026-03-02T08:00:00Z") },
  });
  expect(await showPost(ctx, postId)).toMatchObject({ state: "scheduled", localDay: "2026-03-02" });
  const deliveries = await listDeliveries(ctx, { postIds: [postId] });
  expect(deliveries.map(({ part, snapshot }) => [part, snapshot.text])).toEqual([
    [1, "one"],
    [2, "two"],
    [1, "one"],
    [2, "two"],
  ]);
  expect((await historyOf(ctx, postId))[0]).toBe("post.scheduled");
});

test.each([
  ["the past", at("2026-03-01T12:59"), "in-the-past"],
  ["no time", at("tomorrow"), "unreadable-time"],
  ["a minute that the clock skips", at("2026-03-29T02:30"), "time-in-gap"],
] as const)("%s is refused and the draft stays", async (_name, when, refusal) => {
  const { ctx, account } = await aWorkspace();
  const postId = await havePost(ctx, { accountIds: [account.id] });
  expect(await schedulePost(ctx, { postId, when })).toMatchObject({ ok: false, refusal });
  expect(await showPost(ctx, postId)).toMatchObject({ state: "draft" });
});

test("a skipped minute is refused with the next one that exists; of a double one the first counts", async () => {
  const { ctx, account } = await aWorkspace();
  const postId = await havePost(ctx, { accountIds: [account.id] });
  expect(await schedulePost(ctx, { postId, when: at("2026-03-29T02:30") })).toMatchObject({
    detail: { at: "2026-03-29 02:30", next: "2026-03-29 03:00" },
  });
  expect(await schedulePost(ctx, { postId, when: at("2026-10-25T02:30") })).toMatchObject({
    value: { publishAt: new Date("2026-10-25T00:30:00Z") },
  });
});

test.each([
  ["no-stage", { stageId: null }],
  ["no-account", { accountIds: [] }],
  ["text-too-long", { texts: ["x".repeat(301)] }],
  ["empty", { texts: ["fine", " "] }],
  ["too-many-parts", { texts: Array.from({ length: 11 }, () => "x") }],
] as const)("%s is refused", async (refusal, over) => {
  const { ctx, account } = await aWorkspace();
  const postId = await havePost(ctx, { accountIds: [account.id], ...over });
  const outcome = await schedulePost(ctx, { postId, when: { kind: "now" } });
  expect(outcome).toMatchObject({ ok: false, refusal });
  expect(await listDeliveries(ctx)).toEqual([]);
});

test("the refusal names the account and the numbers", async () => {
  const { ctx, account } = await aWorkspace();
  const postId = await havePost(ctx, { accountIds: [account.id], texts: ["ok", "x".repeat(305)] });
  expect(await schedulePost(ctx, { postId, when: { kind: "now" } })).toMatchObject({
    detail: { account: "Fake (ada.example)", part: 2, used: 305, max: 300 },
  });
});

test("a disconnected account is named", async () => {
  const { ctx, account } = await aWorkspace();
  const postId = await havePost(ctx, { accountIds: [account.id] });
  await disconnectAccount(ctx, { accountId: account.id });
  expect(await schedulePost(ctx, { postId, when: { kind: "now" } })).toMatchObject({
    refusal: "account-disconnected",
  });
});

test("moving moves every delivery; taking back removes them and gives the draft back", async () => {
  const { ctx, account } = await aWorkspace();
  const { postId } = await haveScheduled(ctx, {
    accountIds: [account.id],
    at: "2026-03-02T09:00",
    texts: ["one", "two"],
  });
  await reschedulePost(ctx, { postId, when: at("2026-03-03T10:00") });
  const moved = new Date("2026-03-03T09:00:00Z");
  for (const delivery of await listDeliveries(ctx))
    expect(delivery).toMatchObject({ dueAt: moved, plannedAt: moved });
  expect((await historyOf(ctx, postId))[0]).toBe("post.rescheduled");

  expect(await unschedulePost(ctx, { postId })).toMatchObject({ ok: true });
  expect(await listDeliveries(ctx)).toEqual([]);
  expect(await showPost(ctx, postId)).toMatchObject({ state: "draft", publishAt: null });
  expect(await unschedulePost(ctx, { postId })).toMatchObject({ refusal: "not-scheduled" });
});

test("what is out neither moves nor comes back, but can be taken down once", async () => {
  const { ctx, fake, account } = await aWorkspace();
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id] });
  await publishDue(ctx, "worker");
  const [delivery] = await listDeliveries(ctx);
  const deliveryId = delivery?.id ?? "";
  const refused = { ok: false, refusal: "already-published" };
  expect(await reschedulePost(ctx, { postId, when: at("2026-03-03T10:00") })).toMatchObject(
    refused,
  );
  expect(await unschedulePost(ctx, { postId })).toMatchObject(refused);
  expect(await schedulePost(ctx, { postId, when: { kind: "now" } })).toMatchObject({
    refusal: "already-scheduled",
  });

  expect(await deletePublished(ctx, { deliveryId })).toMatchObject({ ok: true });
  expect(await deletePublished(ctx, { deliveryId })).toMatchObject({ ok: true });
  expect(fake.removed).toEqual([`remote-${deliveryId}`]);
  ctx.clock.pass({ days: 1 });
  await publishDue(ctx, "worker");
  expect(fake.accepted).toHaveLength(1);
});

test("a question is answered once", async () => {
  const { ctx, fake, account } = await aWorkspace();
  await haveScheduled(ctx, { accountIds: [account.id] });
  fake.faults.push("refuse");
  await publishDue(ctx, "worker");
  const [question] = await listQuestions(ctx);
  const deliveryId = question?.delivery.id ?? "";
  expect(question?.account.handle).toBe("ada.example");
  expect(await resolveDelivery(ctx, { deliveryId, answer: "is-there" })).toMatchObject({
    refusal: "nothing-to-answer",
  });
  expect(await resolveDelivery(ctx, { deliveryId, answer: "leave-out" })).toMatchObject({
    ok: true,
  });
  expect(await resolveDelivery(ctx, { deliveryId, answer: "leave-out" })).toMatchObject({
    refusal: "nothing-to-answer",
  });
  expect(await listQuestions(ctx)).toEqual([]);
  expect((await showDelivery(ctx, deliveryId)).history.map(({ outcome }) => outcome)).toEqual([
    "refused",
    "leave-out",
  ]);
});

test("of more questions than one list shows, the oldest are never out of reach", async () => {
  const { ctx, account } = await aWorkspace();
  const { deliveries } = await haveScheduled(ctx, { accountIds: [account.id] });
  const [delivery] = deliveries;
  if (!delivery) throw new Error("Nothing was scheduled.");
  const rows = Array.from({ length: 102 }, (_, index) => ({
    ...delivery,
    id: `question-${index}`,
    state: "missed" as const,
    plannedAt: new Date(noon.getTime() - (1 + index) * 60_000),
  }));
  await ctx.transact((tx) => insertDeliveries(tx, rows));
  const questions = await listQuestions(ctx);
  expect(questions).toHaveLength(100);
  expect(questions[0]?.delivery.id).toBe("question-101");
  const rest = await listQuestions(ctx, { page: 2 });
  expect(rest.map((question) => question.delivery.id)).toEqual(["question-1", "question-0"]);
  expect(await countQuestions(ctx)).toBe(102);
});

test("viewers plan nothing, and another workspace's ids do not exist", async () => {
  const { ctx, account } = await aWorkspace();
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], at: "2026-03-02T09:00" });
  const deliveryId = (await listDeliveries(ctx))[0]?.id ?? "";
  const viewer: TestContext = { ...ctx, actor: { id: "vi", role: "viewer" } };
  const stranger = await haveNeighbour(ctx);
  const when = { kind: "now" } as const;
  for (const [who, message] of [
    [viewer, "editor role"],
    [stranger, "No "],
  ] as const) {
    await expect(schedulePost(who, { postId, when })).rejects.toThrow(message);
    await expect(reschedulePost(who, { postId, when })).rejects.toThrow(message);
    await expect(unschedulePost(who, { postId })).rejects.toThrow(message);
    await expect(deletePublished(who, { deliveryId })).rejects.toThrow(message);
    await expect(resolveDelivery(who, { deliveryId, answer: "leave-out" })).rejects.toThrow(
      message,
    );
  }
  await expect(showDelivery(stranger, deliveryId)).rejects.toThrow("No ");
  expect(await listDeliveries(stranger)).toEqual([]);
});

async function aWorkspace() {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  return { ctx, fake, account: await haveAccount(ctx) };
}

function at(wall: string) {
  return { kind: "wall-clock" as const, at: wall };
}

async function historyOf(ctx: TestContext, id: string) {
  return (await listHistory(ctx.db, ctx.workspaceId, id)).map(({ type }) => type);
}
