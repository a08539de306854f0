import { expect, test } from "vitest";

import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { swapPosts } from "#lib/deliveries/swap-posts";
import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";
import { addSlots } from "#lib/posts/change-slots";
import { listOccupied } from "#lib/posts/occupied-places-repository";
import { publishDue } from "#lib/publisher/publish-due";

import { dump } from "../support/dump.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePost, haveScheduled } from "../support/have-post.ts";

test("two posts take each other's time, with all that they have on accounts", async () => {
  const { ctx, one, other } = await twoPosts();
  const swapped = await swapPosts(ctx, { one, other });
  expect(swapped).toEqual({ ok: true, value: { one: 3, other: 3 } });
  expect(await timesOf(ctx)).toEqual({
    [one.postId]: "2026-03-05T09:00:00.000Z",
    [other.postId]: "2026-03-02T08:00:00.000Z",
  });
  const [event] = await listHistory(ctx.db, ctx.workspaceId, one.postId);
  expect(event).toMatchObject({ type: "post.rescheduled", detail: { version: 3 } });
  // Back again, the other way round.
  const back = { one: { ...other, version: 3 }, other: { ...one, version: 3 } };
  expect(await swapPosts(ctx, back)).toEqual({ ok: true, value: { one: 4, other: 4 } });
  expect((await timesOf(ctx))[one.postId]).toBe("2026-03-02T08:00:00.000Z");
});

test("who swaps at the same time does not wait for the other for ever, and nothing is half done", async () => {
  const { ctx, one, other } = await twoPosts();
  const outcomes = await Promise.all([
    swapPosts(ctx, { one, other }),
    swapPosts(ctx, { one: other, other: one }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: "changed-since" });
  expect(new Set(Object.values(await timesOf(ctx))).size).toBe(2);
});

test("what cannot move stays, and the other with it", async () => {
  const { ctx, one, other, accountIds } = await twoPosts();
  const out = await haveScheduled(ctx, { accountIds });
  await publishDue(ctx, "worker");
  const draft = await havePost(ctx, { accountIds });
  const stranger = await haveNeighbour(ctx);
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  const before = await dump(ctx.db);
  for (const [against, refusal] of [
    [{ postId: out.postId }, "in-the-past"],
    [{ postId: draft }, "not-scheduled"],
    [one, "not-scheduled"],
    [{ ...other, version: 1 }, "changed-since"],
  ] as const)
    expect(await swapPosts(ctx, { one, other: against })).toMatchObject({ ok: false, refusal });
  await expect(swapPosts(viewer, { one, other })).rejects.toThrow("editor role");
  await expect(swapPosts(stranger, { one, other })).rejects.toThrow("No post");
  expect(await dump(ctx.db)).toEqual(before);
});

test("nobody is moved onto a third post of the same account", async () => {
  const { ctx, accountIds, one, other } = await twoPosts();
  const elsewhere = await haveAccount(ctx, { identifier: "bob.example" });
  const { postId } = await haveScheduled(ctx, {
    accountIds: [elsewhere.id],
    at: "2026-03-05T10:00",
  });
  const before = await dump(ctx.db);
  expect(await swapPosts(ctx, { one, other: { postId, version: 2 } })).toMatchObject({
    refusal: "slot-taken",
    detail: { at: "2026-03-05 10:00" },
  });
  expect(await dump(ctx.db)).toEqual(before);
  await haveScheduled(ctx, { accountIds: [elsewhere.id], at: "2026-03-02T09:00" });
  expect(await swapPosts(ctx, { one, other })).toMatchObject({ ok: true });
  expect(accountIds).not.toContain(elsewhere.id);
});

test("who swaps and who takes the place at once do not both get it", async () => {
  const { ctx, accountIds, one } = await twoPosts();
  const [accountId = ""] = accountIds;
  const elsewhere = await haveAccount(ctx, { identifier: "bob.example" });
  const at = "2026-03-06T10:00";
  const { postId } = await haveScheduled(ctx, { accountIds: [elsewhere.id], at });
  await addSlots(ctx, { accountId, weekdays: [5], time: "10:00" });
  const newcomer = await havePost(ctx, { accountIds });
  await Promise.all([
    swapPosts(ctx, { one, other: { postId, version: 2 } }),
    schedulePost(ctx, { postId: newcomer, when: { kind: "next-slot" } }),
  ]);
  const ahead = { from: new Date("2026-03-01T00:00Z"), until: new Date("2026-04-01T00:00Z") };
  const planned = await listOccupied(ctx.db, ctx.workspaceId, ahead);
  const own = planned.filter((place) => place.accountId === accountId);
  expect(new Set(own.map((place) => place.at.toISOString())).size).toBe(own.length);
});

async function twoPosts() {
  const ctx = await haveWorkspace();
  fakeNetwork();
  const { id } = await haveAccount(ctx);
  const accountIds = [id];
  const read = async (at: string) => {
    const { postId } = await haveScheduled(ctx, { accountIds, at });
    return { postId, version: 2 };
  };
  const [one, other] = [await read("2026-03-02T09:00"), await read("2026-03-05T10:00")];
  return { ctx, accountIds, one, other };
}

async function timesOf(ctx: Context): Promise<Record<string, string>> {
  const deliveries = await listDeliveries(ctx);
  return Object.fromEntries(
    deliveries.map(({ postId, dueAt }) => [postId, dueAt?.toISOString() ?? ""]),
  );
}
