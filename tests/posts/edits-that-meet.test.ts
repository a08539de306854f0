import { expect, test } from "vitest";

import { discardPost } from "#lib/deliveries/discard-post";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { putPostsBack } from "#lib/deliveries/put-posts-back";
import { reschedulePost } from "#lib/deliveries/reschedule-post";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { submitPost } from "#lib/deliveries/submit-post";
import { undoDiscard } from "#lib/deliveries/undo-discard";
import { unschedulePost } from "#lib/deliveries/unschedule-post";
import type { Context } from "#lib/kernel/context";
import { changePerson } from "#lib/people/change-person";
import { listPosts } from "#lib/posts/list-posts";
import { saveDraft } from "#lib/posts/save-draft";
import { showPost } from "#lib/posts/show-post";
import { changeWorkspace } from "#lib/workspaces/change-workspace";
import { showWorkspace } from "#lib/workspaces/show-workspace";

import { dump } from "../support/dump.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveMember } from "../support/have-member.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePerson } from "../support/have-person.ts";
import { havePost, haveScheduled } from "../support/have-post.ts";

const friday = { kind: "wall-clock", at: "2026-03-06T09:00" } as const;
const monday = { kind: "wall-clock", at: "2026-03-09T09:00" } as const;

test("of two edits of one draft the second is told who was first and when, and nothing is written over", async () => {
  const { ada, ben, accountId } = await twoEditors();
  const postId = await havePost(ada, { accountIds: [accountId] });
  const { version } = await showPost(ada, postId);
  const by = (text: string) => ({ postId, version, accountIds: [accountId], parts: [{ text }] });
  expect(await saveDraft(ada, by("Ada's"))).toMatchObject({ ok: true });
  const before = await dump(ada.db);
  const met = await saveDraft(ben, by("Ben's"));
  expect(met).toMatchObject({
    refusal: "changed-since",
    detail: { who: "somebody", by: "ada", at: "2026-03-01 13:00", version: version + 1 },
  });
  expect(await saveDraft(ada, by("Ada's other window"))).toMatchObject({ detail: { who: "you" } });
  expect(await dump(ada.db)).toEqual(before);
  // Who has seen both may write over it by naming what was seen.
  expect(await saveDraft(ben, { ...by("Both"), version: version + 1 })).toMatchObject({ ok: true });
});

test("a new draft that is saved anew after a lost answer stays one, and goes on where it was", async () => {
  const { ada, ben, accountId } = await twoEditors();
  const newPostId = "0193a8a0-0000-7000-8000-000000000001";
  const by = (text: string) => ({ newPostId, accountIds: [accountId], parts: [{ text }] });
  const tries = await Promise.all([saveDraft(ada, by("One")), saveDraft(ada, by("One"))]);
  expect(tries.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await listPosts(ada)).toMatchObject([{ id: newPostId, version: 2 }]);
  expect(await saveDraft(ada, by("One and two"))).toMatchObject({
    refusal: "changed-since",
    detail: { postId: newPostId, who: "you", version: 2 },
  });
  await saveDraft(ben, { ...by("Ben's"), postId: newPostId });
  expect(await saveDraft(ada, by("Three"))).toMatchObject({
    refusal: "changed-since",
    detail: { postId: newPostId, by: "ben" },
  });
  expect(await saveDraft(ada, by(" "))).toMatchObject({ refusal: "changed-since" });
  await discardPost(ben, { postId: newPostId });
  await expect(saveDraft(ada, by("Four"))).rejects.toThrow("No post");
  expect(await listPosts(ada)).toEqual([]);
});

test("a new draft that was emptied before its answer came is gone, and one under another workspace's id is nobody's", async () => {
  const { ada } = await twoEditors();
  const newPostId = "0193a8a0-0000-7000-8000-000000000002";
  await saveDraft(ada, { newPostId, parts: [{ text: "Oops" }] });
  expect(await saveDraft(ada, { newPostId, parts: [{ text: "" }] })).toMatchObject({
    refusal: "nothing-written",
  });
  expect(await listPosts(ada)).toEqual([]);
  const elsewhere = await haveNeighbour(ada);
  const theirs = { newPostId: "0193a8a0-0000-7000-8000-000000000003", parts: [{ text: "Mine" }] };
  await saveDraft(ada, theirs);
  await expect(saveDraft(elsewhere, theirs)).rejects.toThrow("No post");
});

test("two edits at one moment: one is kept, the other is refused", async () => {
  const { ada, ben, accountId } = await twoEditors();
  const postId = await havePost(ada, { accountIds: [accountId] });
  const { version } = await showPost(ada, postId);
  const outcomes = await Promise.all(
    [ada, ben].map((who) => saveDraft(who, { postId, version, parts: [{ text: who.actor.id }] })),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes).toContainEqual(expect.objectContaining({ refusal: "changed-since" }));
});

test("a scheduled post that two people edit keeps the first one's words, its time and its deliveries", async () => {
  const { ada, ben, accountId } = await twoEditors();
  const { postId } = await haveScheduled(ada, { accountIds: [accountId], at: friday.at });
  const { version } = await showPost(ada, postId);
  const by = (text: string) => ({
    draft: {
      postId,
      version,
      stageId: "stage-awareness",
      accountIds: [accountId],
      parts: [{ text }],
    },
    wasScheduled: true,
  });
  expect(await submitPost(ada, { ...by("Ada's"), when: friday })).toMatchObject({ ok: true });
  const before = await dump(ada.db);
  expect(await submitPost(ben, { ...by("Ben's"), when: monday })).toMatchObject({
    refusal: "changed-since",
    detail: { by: "ada" },
  });
  expect(await dump(ada.db)).toEqual(before);
});

test.each<[string, (ctx: Context, postId: string, version: number) => Promise<unknown>]>([
  ["moved", (ctx, postId, version) => reschedulePost(ctx, { postId, version, when: monday })],
  ["taken off", (ctx, postId, version) => unschedulePost(ctx, { postId, version })],
  ["deleted", (ctx, postId, version) => discardPost(ctx, { postId, version, wasScheduled: true })],
])("a post that was moved meanwhile is not %s by who saw it where it was", async (_how, act) => {
  const { ada, ben, accountId } = await twoEditors();
  const { postId } = await haveScheduled(ada, { accountIds: [accountId], at: friday.at });
  const { version } = await showPost(ada, postId);
  const when = { kind: "wall-clock", at: "2026-03-05T10:00" } as const;
  expect(await reschedulePost(ada, { postId, version, when })).toMatchObject({
    value: { version: version + 1 },
  });
  const before = await dump(ada.db);
  expect(await act(ben, postId, version)).toMatchObject({ refusal: "changed-since" });
  expect(await dump(ada.db)).toEqual(before);
  expect(await act(ben, postId, version + 1)).toMatchObject({ ok: true });
});

test("settings that two people change are both kept where they are two, and met where they are one", async () => {
  const ctx = await haveWorkspace();
  const ada = await haveMember(ctx, { name: "ada", role: "owner" });
  const ben = await haveMember(ctx, { name: "ben", role: "manager" });
  const { version } = await showWorkspace(ctx);
  const lanes = { "stage-awareness": "Seen" };
  expect(await changeWorkspace(ada, { version, name: "Ada's" })).toMatchObject({ ok: true });
  expect(
    await changeWorkspace(ben, { version, settings: { lateMinutes: 5 }, stageNames: lanes }),
  ).toMatchObject({ ok: true, value: { name: "Ada's", version: version + 2 } });
  expect(await changeWorkspace(ben, { version, name: "Ben's" })).toMatchObject({
    refusal: "changed-since",
    detail: { by: "ada", "theirs.name": "Ada's", version: version + 2 },
  });
  expect(
    await changeWorkspace(ada, { version, stageNames: { "stage-awareness": "Known" } }),
  ).toMatchObject({ detail: { by: "ben", "theirs.stageNames.stage-awareness": "Seen" } });
  // The same value is no dispute.
  expect(await changeWorkspace(ben, { version, name: "Ada's" })).toMatchObject({ ok: true });
});

test("a note on a person is not lost to a second one", async () => {
  const { ada, ben } = await twoEditors();
  const { personId } = await havePerson(ada);
  const of = { personId, version: 1 };
  expect(await changePerson(ada, { ...of, note: "Likes blue" })).toMatchObject({ ok: true });
  expect(await changePerson(ben, { ...of, note: "Likes red", role: "customer" })).toMatchObject({
    refusal: "changed-since",
    detail: { by: "ada", "theirs.note": "Likes blue", version: 2 },
  });
  expect(await changePerson(ben, { ...of, role: "customer" })).toMatchObject({
    value: { note: "Likes blue", role: "customer", version: 3 },
  });
});

test("a deletion that is taken back is as it was: its time, its accounts, its words", async () => {
  const { ada, accountId } = await twoEditors();
  const { postId } = await haveScheduled(ada, { accountIds: [accountId], at: friday.at });
  const before = await showPost(ada, postId);
  const [was] = await listDeliveries(ada, { postIds: [postId] });
  expect(await discardPost(ada, { postId, wasScheduled: true })).toMatchObject({ ok: true });
  expect(await listDeliveries(ada, { postIds: [postId] })).toEqual([]);
  expect(await undoDiscard(ada, { postId })).toEqual({
    ok: true,
    value: { postId, publishAt: before.publishAt, notPlanned: null },
  });
  const { version, ...again } = await showPost(ada, postId);
  expect(again).toEqual({ ...before, version: undefined, updatedAt: again.updatedAt });
  expect(version).toBeGreaterThan(before.version);
  expect(await listDeliveries(ada, { postIds: [postId] })).toMatchObject([
    { accountId, plannedAt: was?.plannedAt, snapshot: was?.snapshot, state: "scheduled" },
  ]);
});

test("a deletion that is taken back when its time has passed leaves a draft, and says why", async () => {
  const { ada, accountId } = await twoEditors();
  const { postId } = await haveScheduled(ada, { accountIds: [accountId], at: friday.at });
  await discardPost(ada, { postId, wasScheduled: true });
  ada.clock.set(new Date("2026-03-10T09:00:00Z"));
  expect(await undoDiscard(ada, { postId })).toMatchObject({
    value: { publishAt: null, notPlanned: "in-the-past" },
  });
  expect(await showPost(ada, postId)).toMatchObject({ state: "draft", publishAt: null });
  await expect(undoDiscard(ada, { postId })).rejects.toThrow("No post");
});

test("a post that is put back on the calendar is as it was, unless a colleague was quicker", async () => {
  const { ada, ben, accountId } = await twoEditors();
  const { postId } = await haveScheduled(ada, { accountIds: [accountId], at: friday.at });
  const { version, publishAt, stageId } = await showPost(ada, postId);
  const before = { state: "scheduled" as const, publishAt, stageId };
  expect(await unschedulePost(ada, { postId, version })).toMatchObject({ ok: true });
  const putBack = (since: number) =>
    putPostsBack(ada, { posts: [{ postId, version: since, before }] });
  expect(await putBack(version + 1)).toMatchObject({ value: { notPlanned: [] } });
  const again = await showPost(ada, postId);
  expect(again).toMatchObject({ state: "scheduled", publishAt });
  expect(await unschedulePost(ada, { postId, version: again.version })).toMatchObject({ ok: true });
  await schedulePost(ben, { postId, when: monday });
  expect(await putBack(again.version + 1)).toMatchObject({ refusal: "changed-since" });
  expect((await showPost(ada, postId)).publishAt).toEqual(new Date("2026-03-09T08:00:00Z"));
});

async function twoEditors() {
  const ctx = await haveWorkspace();
  fakeNetwork();
  const { id: accountId } = await haveAccount(ctx);
  const ada = await haveMember(ctx, { name: "ada" });
  return { ada, ben: await haveMember(ctx, { name: "ben" }), accountId };
}
