import { expect, test } from "vitest";

import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { showDelivery } from "#lib/deliveries/show-delivery";
import { undoResolution } from "#lib/deliveries/undo-resolution";
import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";
import { listPosts } from "#lib/posts/list-posts";
import { showPost } from "#lib/posts/show-post";
import { publishDue } from "#lib/publisher/publish-due";
import { enterSafeMode } from "#lib/recovery/enter-safe-mode";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork, type Fault } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";
import { park } from "../support/park.ts";

const tomorrow = { kind: "wall-clock", at: "2026-03-02T09:00" } as const;

test("a missed post gets a new time, the calendar follows, and it goes out then", async () => {
  const { ctx, fake, postId, deliveryId } = await aMissedPost();
  expect(await resolveDelivery(ctx, { answer: "move", deliveryId, when: tomorrow })).toMatchObject({
    ok: true,
  });
  expect((await showPost(ctx, postId)).publishAt).toEqual(new Date("2026-03-02T08:00:00Z"));
  expect(await publishDue(ctx, "worker")).toBe(0);
  ctx.clock.set(new Date("2026-03-02T08:00:01Z"));
  expect(await publishDue(ctx, "worker")).toBe(1);
  expect(fake.accepted).toHaveLength(1);
  const history = await listHistory(ctx.db, ctx.workspaceId, deliveryId);
  expect(history.map(({ detail }) => detail["answer"])).toContain("moved");
});

test("a new time is asked for like any other: not in the past, not in a gap of the clock", async () => {
  const { ctx, deliveryId } = await aMissedPost();
  for (const [at, refusal] of [
    ["2026-02-01T09:00", "in-the-past"],
    ["2026-03-29T02:30", "time-in-gap"],
    ["tomorrow", "unreadable-time"],
  ] as const)
    expect(
      await resolveDelivery(ctx, { answer: "move", deliveryId, when: { kind: "wall-clock", at } }),
    ).toMatchObject({ refusal });
});

test("what is not missed or refused is not moved", async () => {
  const { ctx, deliveryId } = await aPost(["Hello"]);
  expect(await resolveDelivery(ctx, { answer: "move", deliveryId, when: tomorrow })).toMatchObject({
    refusal: "nothing-to-answer",
  });
});

test("leaving out can be taken back: the same question is open again, nothing was sent", async () => {
  const { ctx, fake, deliveryId } = await aPost(["one", "two"]);
  await park(ctx, deliveryId);
  await resolveDelivery(ctx, { deliveryId, answer: "leave-out" });
  expect(await undoResolution(ctx, { deliveryId })).toMatchObject({ ok: true });
  const open = await showDelivery(ctx, deliveryId);
  expect(open).toMatchObject({ state: "needs_person", reason: "still-unknown" });
  expect(open.history.at(-1)).toMatchObject({ outcome: "taken-back", decided: "needs_person" });
  const thread = await listDeliveries(ctx, { postIds: [open.postId] });
  expect(thread.map(({ state }) => state)).toEqual(["needs_person", "scheduled"]);
  expect(await undoResolution(ctx, { deliveryId })).toMatchObject({
    refusal: "nothing-to-take-back",
  });
  await publishDue(ctx, "worker");
  expect(fake.accepted).toEqual([]);
});

test("a refused post of which nothing is out is itself what one edits", async () => {
  const { ctx, postId, deliveryId } = await aPost(["Hello"], ["refuse"]);
  await publishDue(ctx, "worker");
  expect(await resolveDelivery(ctx, { answer: "rewrite", deliveryId })).toMatchObject({
    ok: true,
    value: { postId, state: "failed" },
  });
  expect(await showDelivery(ctx, deliveryId)).toMatchObject({ state: "failed" });
});

test("of a post that is partly out, only what is missing becomes a new draft", async () => {
  const { ctx, postId, second } = await aThreadThatStopped();
  const rewritten = await resolveDelivery(ctx, { answer: "rewrite", deliveryId: second });
  const draftId = rewritten.ok ? rewritten.value.postId : "";
  expect(draftId).not.toBe(postId);
  const draft = await showPost(ctx, draftId);
  expect(draft).toMatchObject({ state: "draft", stageId: "stage-awareness" });
  expect(draft.parts.map(({ text }) => text)).toEqual(["two", "three"]);
  expect(await showDelivery(ctx, second)).toMatchObject({
    state: "cancelled",
    reason: "rewritten",
  });
  expect(await resolveDelivery(ctx, { answer: "rewrite", deliveryId: second })).toEqual(rewritten);
});

test("a double click makes one draft", async () => {
  const { ctx, second } = await aThreadThatStopped();
  const twice = [1, 2].map(() => resolveDelivery(ctx, { answer: "rewrite", deliveryId: second }));
  const [one, other] = await Promise.all(twice);
  expect(one).toMatchObject({ ok: true });
  expect(other).toEqual(one);
  expect((await listPosts(ctx, { limit: 10 })).map(({ state }) => state).toSorted()).toEqual([
    "draft",
    "scheduled",
  ]);
});

test("what a rewritten part became is looked for after a restore, as the part itself would be", async () => {
  const { ctx, second } = await aThreadThatStopped();
  ctx.clock.pass({ minutes: 5 });
  await enterSafeMode(ctx, ctx.clock.now());
  ctx.clock.pass({ minutes: 5 });
  // The database forgot that this was done before, and that the draft went out.
  const rewritten = await resolveDelivery(ctx, { answer: "rewrite", deliveryId: second });
  const postId = rewritten.ok ? rewritten.value.postId : "";
  const scheduled = await schedulePost(ctx, { postId, when: { kind: "now" } });
  const reasons = scheduled.ok ? scheduled.value.deliveries.map(({ reason }) => reason) : [];
  expect(reasons).toEqual(["look-first", "look-first"]);
});

test.each([
  [
    "a new time",
    (ctx: Context, deliveryId: string) =>
      resolveDelivery(ctx, { answer: "move", deliveryId, when: tomorrow }),
  ],
  ["taking back", (ctx: Context, deliveryId: string) => undoResolution(ctx, { deliveryId })],
  [
    "rewriting",
    (ctx: Context, deliveryId: string) => resolveDelivery(ctx, { answer: "rewrite", deliveryId }),
  ],
])("%s is for editors, and for this workspace's deliveries", async (_name, settle) => {
  const { ctx, deliveryId } = await aPost(["Hello"]);
  const viewer: Context = { ...ctx, actor: { id: "vic", role: "viewer" } };
  await expect(settle(viewer, deliveryId)).rejects.toThrow("editor");
  await expect(settle(ctx, "id-of-another")).rejects.toThrow();
  await expect(settle({ ...ctx, workspaceId: "workspace-2" }, deliveryId)).rejects.toThrow();
});

async function aPost(texts: readonly string[], faults: readonly (Fault | undefined)[] = []) {
  const fake = fakeNetwork();
  fake.faults.push(...faults);
  const ctx = await haveWorkspace();
  const account = await haveAccount(ctx);
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts });
  const thread = await listDeliveries(ctx, { postIds: [postId] });
  return { ctx, fake, postId, thread, deliveryId: thread[0]?.id ?? "" };
}

async function aMissedPost() {
  const made = await aPost(["Hello"]);
  made.ctx.clock.pass({ hours: 5 });
  await publishDue(made.ctx, "worker");
  return made;
}

async function aThreadThatStopped() {
  const made = await aPost(["one", "two", "three"], [undefined, "refuse"]);
  await publishDue(made.ctx, "worker");
  return { ...made, second: made.thread[1]?.id ?? "" };
}
