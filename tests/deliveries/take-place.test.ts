import { expect, test } from "vitest";

import { discardPost } from "#lib/deliveries/discard-post";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { submitPost } from "#lib/deliveries/submit-post";
import { undoDiscard } from "#lib/deliveries/undo-discard";
import type { Context } from "#lib/kernel/context";
import { addSlots, pauseQueue, removeSlots } from "#lib/posts/change-slots";
import { listOccupied } from "#lib/posts/occupied-places-repository";
import { showPost } from "#lib/posts/show-post";
import { changeWorkspace } from "#lib/workspaces/change-workspace";

import { aroundTransact } from "../support/around-transact.ts";
import { dump } from "../support/dump.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePost, haveScheduled } from "../support/have-post.ts";

const nextSlot = { kind: "next-slot" } as const;

test("posts take the places of the queue one after another, a stage its own first", async () => {
  const { ctx, accountIds } = await aQueue();
  const at = async (stageId: string) => {
    const postId = await havePost(ctx, { accountIds, stageId });
    const outcome = await schedulePost(ctx, { postId, when: nextSlot });
    return outcome.ok ? outcome.value.localTime : outcome.refusal;
  };
  expect(await at("stage-awareness")).toBe("2026-03-02T09:00");
  expect(await at("stage-awareness")).toBe("2026-03-09T09:00");
  expect(await at("stage-advocacy")).toBe("2026-03-06T10:00");
  expect(await at("stage-advocacy")).toBe("2026-03-13T10:00");
});

test("ten people at once get nine places where there are nine", async () => {
  const { ctx, accountIds } = await aQueue();
  const drafts = await Promise.all(Array.from({ length: 10 }, () => havePost(ctx, { accountIds })));
  const outcomes = await Promise.all(
    drafts.map((postId) => schedulePost(ctx, { postId, when: nextSlot })),
  );
  const times = outcomes.map((outcome) => (outcome.ok ? outcome.value.localTime : outcome.refusal));
  expect(new Set(times).size).toBe(10);
  // The coming sixty days have nine Mondays.
  expect(times.filter((time) => time === "no-free-slot")).toHaveLength(1);
});

test("of two who want the same place, one gets it", async () => {
  const { ctx, accountIds } = await aQueue();
  const when = { kind: "slot", at: "2026-03-06T10:00" } as const;
  const draft = () => ({ stageId: "stage-advocacy", accountIds, parts: [{ text: "Thanks" }] });
  const outcomes = await Promise.all([
    submitPost(ctx, { draft: draft(), when }),
    submitPost(ctx, { draft: draft(), when }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
    refusal: "slot-taken",
    detail: { at: "2026-03-06 10:00" },
  });
  const ahead = { from: new Date("2026-03-01T00:00Z"), until: new Date("2026-04-01T00:00Z") };
  expect(await listOccupied(ctx.db, ctx.workspaceId, ahead)).toHaveLength(1);
});

test("a place of a paused queue, or of a slot that is gone, is given to nobody", async () => {
  const { ctx, accountIds } = await aQueue();
  const [accountId = ""] = accountIds;
  const postId = await havePost(ctx, { accountIds });
  const take = (at: string) => schedulePost(ctx, { postId, when: { kind: "slot", at } });
  const gone = { ok: false, refusal: "slot-gone", detail: { at: "2026-03-06 10:00" } };
  await pauseQueue(ctx, { accountId, isPaused: true });
  expect(await take("2026-03-06T10:00")).toMatchObject(gone);
  await pauseQueue(ctx, { accountId, isPaused: false });
  await removeSlots(ctx, { accountId, weekdays: [5], time: "10:00" });
  expect(await take("2026-03-06T10:00")).toMatchObject(gone);
  expect(await take("2026-03-02T09:30")).toMatchObject({ refusal: "slot-gone" });
  expect(await take("2026-03-02T09:00")).toMatchObject({ ok: true });
  const elsewhere = await haveAccount(ctx, { identifier: "bob.example" });
  const other = await havePost(ctx, { accountIds: [elsewhere.id] });
  const when = { kind: "slot", at: "2026-03-09T09:00" } as const;
  expect(await schedulePost(ctx, { postId: other, when })).toMatchObject({ refusal: "slot-gone" });
});

test("a place is on the workspace's clock as it is when the place is taken", async () => {
  const { ctx, accountIds } = await aQueue();
  const postId = await havePost(ctx, { accountIds });
  // Somebody moves the workspace while the other person's click is on its way.
  const late = aroundTransact(ctx, (transact) => async (work) => {
    await changeWorkspace(ctx, { timeZone: "Pacific/Auckland" });
    return transact(work);
  });
  expect(await schedulePost(late, { postId, when: nextSlot })).toMatchObject({
    value: { localTime: "2026-03-02T09:00", publishAt: new Date("2026-03-01T20:00:00Z") },
  });
  expect(await showPost(ctx, postId)).toMatchObject({
    timeZone: "Pacific/Auckland",
    localDay: "2026-03-02",
  });
});

test("a deleted post whose place was taken meanwhile comes back as a draft", async () => {
  const { ctx, accountIds } = await aQueue();
  const taken = async () => {
    const postId = await havePost(ctx, { accountIds });
    await schedulePost(ctx, { postId, when: nextSlot });
    return postId;
  };
  const postId = await taken();
  await discardPost(ctx, { postId, wasScheduled: true });
  const other = await taken();
  const back = { ok: true, value: { publishAt: null, notPlanned: "slot-taken" } };
  expect(await undoDiscard(ctx, { postId })).toMatchObject(back);
  const ahead = { from: new Date("2026-03-01T00:00Z"), until: new Date("2026-04-01T00:00Z") };
  expect(await listOccupied(ctx.db, ctx.workspaceId, ahead)).toMatchObject([{ postId: other }]);
});

test("what is edited on the calendar may keep its place", async () => {
  const { ctx, accountIds } = await aQueue();
  const postId = await havePost(ctx, { accountIds });
  await schedulePost(ctx, { postId, when: nextSlot });
  const draft = { postId, stageId: "stage-awareness", accountIds, parts: [{ text: "Better" }] };
  expect(await submitPost(ctx, { draft, when: nextSlot, wasScheduled: true })).toMatchObject({
    ok: true,
    value: { localTime: "2026-03-02T09:00" },
  });
});

test("a time that somebody chose there takes the place, too", async () => {
  const { ctx, accountIds } = await aQueue();
  await haveScheduled(ctx, { accountIds, at: "2026-03-02T09:00" });
  const postId = await havePost(ctx, { accountIds });
  expect(await schedulePost(ctx, { postId, when: nextSlot })).toMatchObject({
    value: { localTime: "2026-03-09T09:00" },
  });
});

test("what cannot have a place leaves everything as it was", async () => {
  const { ctx, accountIds } = await aQueue();
  const other = await haveAccount(ctx, { identifier: "bob.example" });
  const postId = await havePost(ctx, { accountIds });
  const elsewhere = await havePost(ctx, { accountIds: [other.id] });
  await pauseQueue(ctx, { accountId: accountIds[0] ?? "", isPaused: true });
  const stranger = await haveNeighbour(ctx);
  const before = await dump(ctx.db);
  const take = (id: string) => schedulePost(ctx, { postId: id, when: nextSlot });
  expect(await take(elsewhere)).toMatchObject({ ok: false, refusal: "no-slots" });
  expect(await take(postId)).toMatchObject({
    refusal: "no-free-slot",
    detail: { isPaused: "yes" },
  });
  const past = { kind: "slot", at: "2026-02-02T09:00" } as const;
  expect(await schedulePost(ctx, { postId, when: past })).toMatchObject({ refusal: "in-the-past" });
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  await expect(schedulePost(viewer, { postId, when: nextSlot })).rejects.toThrow("editor role");
  await expect(schedulePost(stranger, { postId, when: nextSlot })).rejects.toThrow("No post");
  expect(await dump(ctx.db)).toEqual(before);
});

/** Mondays at nine for anything, Fridays at ten for advocacy. */
async function aQueue() {
  const ctx = await haveWorkspace();
  fakeNetwork();
  const account = await haveAccount(ctx);
  const accountId = account.id;
  await addSlots(ctx, { accountId, weekdays: [1], time: "09:00" });
  await addSlots(ctx, { accountId, weekdays: [5], time: "10:00", stageId: "stage-advocacy" });
  return { ctx, accountIds: [accountId] };
}
