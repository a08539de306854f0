import { expect, test } from "vitest";

import { changePosts } from "#lib/deliveries/change-posts";
import { changePostsInput, mostPostsAtOnce, type PostsChange } from "#lib/deliveries/input";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { putPostsBack } from "#lib/deliveries/put-posts-back";
import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";
import { addSlots } from "#lib/posts/change-slots";
import { listPosts } from "#lib/posts/list-posts";
import { publishDue } from "#lib/publisher/publish-due";

import { dump } from "../support/dump.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePost, haveScheduled } from "../support/have-post.ts";

const shift = (days: number, minutes = 0): PostsChange => ({ kind: "shift", days, minutes });

test("planned posts move by days of the clock, over its change too, and all come back", async () => {
  const { ctx, accountIds } = await havePlan();
  const one = await planned(ctx, accountIds, "2026-03-20T09:00");
  const other = await planned(ctx, accountIds, "2026-03-22T02:30");
  const before = await shownOf(ctx);
  const moved = await change(ctx, [one, other], shift(7));
  // On 29 March the clock goes from 2 to 3: the first minute that exists.
  expect(await timesOf(ctx)).toEqual(["2026-03-27T08:00:00.000Z", "2026-03-29T01:00:00.000Z"]);
  expect(await dueAt(ctx)).toEqual(await timesOf(ctx));
  expect(moved).toMatchObject({ isDone: true, rows: [{ postId: one.postId }, { refused: null }] });
  const [event] = await listHistory(ctx.db, ctx.workspaceId, one.postId);
  expect(event).toMatchObject({ type: "post.rescheduled", detail: { version: 3 } });
  await undo(ctx, moved);
  expect(await shownOf(ctx)).toEqual(before);
  expect(await dueAt(ctx)).toEqual(["2026-03-20T08:00:00.000Z", "2026-03-22T01:30:00.000Z"]);
});

test.each([
  ["day", { kind: "day", day: "2026-04-01" }, ["2026-04-01T07:00:00.000Z", null]],
  ["minutes", shift(0, -90), ["2026-03-20T06:30:00.000Z", null]],
] as const)("to a %s; a draft has no time to move", async (_name, act, [at]) => {
  const { ctx, accountIds } = await havePlan();
  const one = await planned(ctx, accountIds, "2026-03-20T09:00");
  const draft = { postId: await havePost(ctx, { accountIds }), version: 1 };
  const before = await dump(ctx.db);
  const both = await change(ctx, [one, draft], act);
  expect(both).toMatchObject({ isDone: false, rows: [{ refused: null }, notScheduled] });
  expect(await dump(ctx.db)).toEqual(before);
  await change(ctx, [one], act);
  expect(await timesOf(ctx)).toEqual([at]);
});

const notScheduled = { refused: { refusal: "not-scheduled" }, after: null };

test("a preview says what the same change then does, and does nothing", async () => {
  const { ctx, accountIds } = await havePlan();
  await addSlots(ctx, {
    accountId: accountIds[0] ?? "",
    weekdays: [1],
    time: "10:00",
    stageId: null,
  });
  const posts = [
    await planned(ctx, accountIds, "2026-03-20T09:00"),
    { postId: await havePost(ctx, { accountIds }), version: 1 },
  ];
  for (const act of [
    { kind: "queue" },
    { kind: "stage", stageId: "stage-advocacy" },
    { kind: "delete" },
  ] as const) {
    const before = await dump(ctx.db);
    const look = await change(ctx, posts, act, { isPreview: true });
    expect(await dump(ctx.db)).toEqual(before);
    const done = await change(ctx, posts, act);
    expect(look).toEqual({ ...done, isDone: false });
    expect(done.isDone).toBe(true);
    await undo(ctx, done);
    for (const post of posts) post.version = await versionOf(ctx, post.postId);
  }
});

test("into the queue: in the order that they had, gaps close, nobody shares a place", async () => {
  const { ctx, accountIds } = await havePlan();
  const [accountId = ""] = accountIds;
  for (const weekday of [1, 3])
    await addSlots(ctx, { accountId, weekdays: [weekday], time: "10:00", stageId: null });
  const later = await planned(ctx, accountIds, "2026-03-30T09:00");
  const sooner = await planned(ctx, accountIds, "2026-03-25T10:00");
  const draft = { postId: await havePost(ctx, { accountIds }), version: 1 };
  const queued = await change(ctx, [later, draft, sooner], { kind: "queue" });
  const times = queued.rows.map(({ after }) => after?.publishAt?.getTime() ?? 0);
  expect(new Set(times).size).toBe(3);
  expect([times[2], times[0], times[1]]).toEqual(times.toSorted((a, b) => a - b));
  await undo(ctx, queued);
  expect(await timesOf(ctx)).toEqual(["2026-03-25T09:00:00.000Z", "2026-03-30T07:00:00.000Z"]);
  expect(await listDeliveries(ctx)).toHaveLength(2);
});

test("back to draft and deleted are undone with their times; what passed meanwhile is a draft", async () => {
  const { ctx, accountIds, clock } = await havePlan();
  const soon = await planned(ctx, accountIds, "2026-03-03T09:00");
  const late = await planned(ctx, accountIds, "2026-03-20T09:00");
  const draft = { postId: await havePost(ctx, { accountIds }), version: 1 };
  const off = await change(ctx, [soon, late], { kind: "draft" });
  expect(await listDeliveries(ctx)).toEqual([]);
  await undo(ctx, off);
  const versions = {
    soon: await versionOf(ctx, soon.postId),
    late: await versionOf(ctx, late.postId),
  };
  const gone = await change(
    ctx,
    [{ ...soon, version: versions.soon }, { ...late, version: versions.late }, draft],
    { kind: "delete" },
  );
  expect(await listPosts(ctx)).toEqual([]);
  clock.set(new Date("2026-03-04T12:00:00Z"));
  expect(await undo(ctx, gone)).toMatchObject({ value: { notPlanned: [soon.postId] } });
  expect(await timesOf(ctx)).toEqual(["2026-03-20T08:00:00.000Z"]);
  expect(await listPosts(ctx, { state: "draft" })).toHaveLength(2);
});

test("what is out, what somebody changed and what would be past stays, and all others with it", async () => {
  const { ctx, accountIds } = await havePlan();
  const out = await haveScheduled(ctx, { accountIds });
  await publishDue(ctx, "worker");
  const fine = await planned(ctx, accountIds, "2026-03-20T09:00");
  const before = await dump(ctx.db);
  for (const [against, act, refusal] of [
    [{ postId: out.postId, version: 2 }, shift(7), "already-published"],
    [
      { postId: out.postId, version: 2 },
      { kind: "stage", stageId: "stage-advocacy" },
      "already-published",
    ],
    [{ postId: out.postId, version: 2 }, { kind: "delete" }, "already-published"],
    [{ postId: out.postId, version: 2 }, { kind: "queue" }, "already-published"],
  ] as const) {
    const outcome = await change(ctx, [fine, against], act);
    expect(outcome).toMatchObject({ isDone: false, rows: [{}, { refused: { refusal } }] });
  }
  expect(await change(ctx, [{ ...fine, version: 1 }], shift(1))).toMatchObject({
    rows: [{ refused: { refusal: "changed-since" } }],
  });
  expect(await change(ctx, [fine], shift(-400))).toMatchObject({
    rows: [{ refused: { refusal: "in-the-past" } }],
  });
  expect(await change(ctx, [fine], { kind: "queue" })).toMatchObject({
    rows: [{ refused: { refusal: "no-slots" } }],
  });
  expect(await dump(ctx.db)).toEqual(before);
});

test("an undo after somebody's own change leaves that as it is", async () => {
  const { ctx, accountIds } = await havePlan();
  const one = await planned(ctx, accountIds, "2026-03-20T09:00");
  const other = await planned(ctx, accountIds, "2026-03-21T09:00");
  const moved = await change(ctx, [one, other], shift(1));
  await change(ctx, [{ ...other, version: 3 }], shift(1));
  expect(await undo(ctx, moved)).toMatchObject({ ok: false, refusal: "changed-since" });
  expect(await timesOf(ctx)).toEqual(["2026-03-21T08:00:00.000Z", "2026-03-23T08:00:00.000Z"]);
});

test("two who change the same posts at once do not wait for each other for ever", async () => {
  const { ctx, accountIds } = await havePlan();
  const one = await planned(ctx, accountIds, "2026-03-20T09:00");
  const other = await planned(ctx, accountIds, "2026-03-21T09:00");
  const outcomes = await Promise.all([
    change(ctx, [one, other], shift(1)),
    change(ctx, [other, one], shift(1)),
  ]);
  expect(outcomes.filter(({ isDone }) => isDone)).toHaveLength(1);
  expect(await timesOf(ctx)).toEqual(["2026-03-21T08:00:00.000Z", "2026-03-22T08:00:00.000Z"]);
});

test("nobody else's posts, no foreign stage, no one twice, no more than fit one transaction", async () => {
  const { ctx, accountIds } = await havePlan();
  const one = await planned(ctx, accountIds, "2026-03-20T09:00");
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  await expect(change(viewer, [one], shift(1))).rejects.toThrow("editor role");
  await expect(change(await haveNeighbour(ctx), [one], shift(1))).rejects.toThrow("No post");
  await expect(change(ctx, [one], { kind: "stage", stageId: "nope" })).rejects.toThrow("No stage");
  const ask = (posts: object[]) => changePostsInput.safeParse({ posts, change: { kind: "draft" } });
  expect(ask([one, one]).success).toBe(false);
  expect(ask([]).success).toBe(false);
  const many = Array.from({ length: mostPostsAtOnce + 1 }, (_, index) => ({ postId: `${index}` }));
  expect(ask(many).success).toBe(false);
  expect(ask(many.slice(1)).success).toBe(true);
});

async function havePlan() {
  const ctx = await haveWorkspace();
  fakeNetwork();
  const { id } = await haveAccount(ctx);
  return { ctx, clock: ctx.clock, accountIds: [id] };
}

async function planned(ctx: Context, accountIds: readonly string[], at: string) {
  const { postId } = await haveScheduled(ctx, { accountIds, at });
  return { postId, version: 2 };
}

async function change(
  ctx: Context,
  posts: readonly { postId: string; version: number }[],
  act: PostsChange,
  { isPreview = false } = {},
) {
  const done = await changePosts(ctx, { posts: [...posts], change: act, isPreview });
  if (!done.ok) throw new Error("Never refused as a whole.");
  return done.value;
}

async function undo(ctx: Context, { rows }: Awaited<ReturnType<typeof change>>) {
  const posts = rows.map(({ postId, before, after }) => ({
    postId,
    version: after?.version,
    before: { ...before, state: before.state === "scheduled" ? before.state : ("draft" as const) },
  }));
  return putPostsBack(ctx, { posts });
}

async function shownOf(ctx: Context): Promise<string[]> {
  const all = await listPosts(ctx);
  return all
    .map(({ id, state, publishAt, stageId, localDay }) =>
      [id, state, publishAt?.toISOString(), stageId, localDay].join(" "),
    )
    .toSorted();
}

async function timesOf(ctx: Context): Promise<string[]> {
  const all = await listPosts(ctx, { state: "scheduled" });
  return all.map(({ publishAt }) => publishAt?.toISOString() ?? "").toSorted();
}

async function dueAt(ctx: Context): Promise<string[]> {
  const deliveries = await listDeliveries(ctx);
  return deliveries.map(({ dueAt: due }) => due?.toISOString() ?? "").toSorted();
}

async function versionOf(ctx: Context, postId: string): Promise<number> {
  const all = await listPosts(ctx);
  return all.find(({ id }) => id === postId)?.version ?? 0;
}
