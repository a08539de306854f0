import { expect, test } from "vitest";

import { schedulePost } from "#lib/deliveries/schedule-post";
import { submitPost } from "#lib/deliveries/submit-post";
import type { Context } from "#lib/kernel/context";
import { addSlot, pauseQueue } from "#lib/posts/change-slots";
import { listOccupied } from "#lib/posts/occupied-places-repository";

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
  await addSlot(ctx, { accountId, weekday: 1, time: "09:00" });
  await addSlot(ctx, { accountId, weekday: 5, time: "10:00", stageId: "stage-advocacy" });
  return { ctx, accountIds: [accountId] };
}
