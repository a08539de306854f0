import { describe, expect, test } from "vitest";

import { disconnectAccount } from "#lib/accounts/disconnect-account";
import { discardPost } from "#lib/deliveries/discard-post";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { submitPost } from "#lib/deliveries/submit-post";
import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";
import { listPosts } from "#lib/posts/list-posts";
import { showPost } from "#lib/posts/show-post";
import { publishDue } from "#lib/publisher/publish-due";

import type { TestContext } from "../support/context.ts";
import { dump } from "../support/dump.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePost, haveScheduled } from "../support/have-post.ts";
import { setDelivery } from "../support/set-delivery.ts";

const tomorrow = at("2026-03-02T09:00");

describe("submitting", () => {
  test("saves what was written and puts it on the calendar", async () => {
    const { ctx, account } = await aWorkspace();
    const outcome = await submitPost(ctx, { draft: draftFor(account), when: tomorrow });
    const [post] = await listPosts(ctx, { limit: 2 });
    expect(outcome).toMatchObject({ ok: true, value: { postId: post?.id } });
    expect(post).toMatchObject({ state: "scheduled", localDay: "2026-03-02" });
    expect(await textsOf(ctx)).toEqual(["New words"]);
    expect(await historyOf(ctx, post?.id)).toEqual(["post.drafted", "post.scheduled"]);
  });

  test("replaces what was on the calendar, words and time", async () => {
    const { ctx, account } = await aWorkspace();
    const { postId } = await haveScheduled(ctx, { accountIds: [account.id], at: later.at });
    const input = { draft: draftFor(account, { postId }), when: tomorrow, wasScheduled: true };
    expect(await submitPost(ctx, input)).toMatchObject({ ok: true, value: { postId } });
    expect(await textsOf(ctx)).toEqual(["New words"]);
    expect(await showPost(ctx, postId)).toMatchObject({ localDay: "2026-03-02" });
    expect((await historyOf(ctx, postId)).slice(-3)).toEqual([
      "post.unscheduled",
      "post.edited",
      "post.scheduled",
    ]);
  });

  test("takes the editor's role, and another workspace's ids do not exist", async () => {
    const { ctx, account } = await aWorkspace();
    const { postId } = await haveScheduled(ctx, { accountIds: [account.id], at: later.at });
    const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
    const stranger = await haveNeighbour(ctx);
    const before = await dump(ctx.db);
    const draft = draftFor(account, { postId });
    const own = { postId, parts: [{ text: "Mine now" }], accountIds: [] };
    for (const [who, what, message] of [
      [viewer, draft, "editor role"],
      [stranger, draft, "No account"],
      [stranger, own, "No post"],
    ] as const)
      await expect(
        submitPost(who, { draft: what, when: tomorrow, wasScheduled: true }),
      ).rejects.toThrow(message);
    expect(await dump(ctx.db)).toEqual(before);
  });
});

/** By the state that the post is in beforehand, and by what is wrong with what comes. */
describe("submitting what is refused leaves everything as it was", () => {
  test.each([
    ["in-the-past", { when: at("2026-02-01T09:00") }],
    ["time-in-gap", { when: at("2026-03-29T02:30") }],
    ["unreadable-time", { when: at("tomorrow") }],
    ["no-stage", { stageId: null }],
    ["no-account", { accountIds: [] }],
    ["text-too-long", { text: "x".repeat(301) }],
    ["empty", { text: " " }],
  ] as const)("%s", async (refusal, wrong) => {
    const { ctx, account } = await aWorkspace();
    const { postId } = await haveScheduled(ctx, { accountIds: [account.id], at: later.at });
    const { when = tomorrow, ...content } = wrong as Wrong;
    const before = await dump(ctx.db);
    for (const [over, wasScheduled] of [
      [{ postId, ...content }, true],
      [content, false],
    ] as const)
      expect(
        await submitPost(ctx, { draft: draftFor(account, over), when, wasScheduled }),
      ).toMatchObject({ ok: false, refusal });
    expect(await dump(ctx.db)).toEqual(before);
  });

  test.each(obstacles())("%s", async (refusal, bringAbout, wasScheduled) => {
    const { ctx, account } = await aWorkspace();
    const postId = await bringAbout(ctx, account.id);
    const before = await dump(ctx.db);
    const input = { draft: draftFor(account, { postId }), when: tomorrow, wasScheduled };
    expect(await submitPost(ctx, input)).toMatchObject({ ok: false, refusal });
    expect(await dump(ctx.db)).toEqual(before);
  });

  test("account-disconnected", async () => {
    const { ctx, account } = await aWorkspace();
    const { postId } = await haveScheduled(ctx, { accountIds: [account.id], at: later.at });
    await disconnectAccount(ctx, { accountId: account.id });
    const before = await dump(ctx.db);
    const input = { draft: draftFor(account, { postId }), when: tomorrow, wasScheduled: true };
    expect(await submitPost(ctx, input)).toMatchObject({ refusal: "account-disconnected" });
    expect(await dump(ctx.db)).toEqual(before);
  });

  test("a fault in the last step", async () => {
    const { ctx, account } = await aWorkspace();
    const { postId } = await haveScheduled(ctx, { accountIds: [account.id], at: later.at });
    const before = await dump(ctx.db);
    let ids = 0;
    const failing: Context = {
      ...ctx,
      newId: () => {
        // The version and two events have theirs; the delivery gets none.
        if (ids === 3) throw new Error("no id");
        ids += 1;
        return `new-${ids}`;
      },
    };
    const input = { draft: draftFor(account, { postId }), when: tomorrow, wasScheduled: true };
    await expect(submitPost(failing, input)).rejects.toThrow("no id");
    expect(await dump(ctx.db)).toEqual(before);
  });
});

describe("discarding", () => {
  test("a draft is deleted and leaves its event", async () => {
    const { ctx, account } = await aWorkspace();
    const postId = await havePost(ctx, { accountIds: [account.id] });
    expect(await discardPost(ctx, { postId })).toMatchObject({ ok: true });
    expect(await listPosts(ctx, { limit: 2 })).toEqual([]);
    expect((await historyOf(ctx, postId)).at(-1)).toBe("post.deleted");
  });

  test("a scheduled post leaves the calendar with it", async () => {
    const { ctx, account } = await aWorkspace();
    const { postId } = await haveScheduled(ctx, { accountIds: [account.id], at: later.at });
    expect(await discardPost(ctx, { postId, wasScheduled: true })).toMatchObject({ ok: true });
    expect([await listPosts(ctx, { limit: 2 }), await listDeliveries(ctx)]).toEqual([[], []]);
    const history = await historyOf(ctx, postId);
    expect(history.slice(-2)).toEqual(["post.unscheduled", "post.deleted"]);
  });

  test("takes the editor's role, and another workspace's post does not exist", async () => {
    const { ctx, account } = await aWorkspace();
    const { postId } = await haveScheduled(ctx, { accountIds: [account.id], at: later.at });
    const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
    const stranger = await haveNeighbour(ctx);
    const before = await dump(ctx.db);
    for (const [who, message] of [
      [viewer, "editor role"],
      [stranger, "No post"],
    ] as const)
      for (const wasScheduled of [true, false])
        await expect(discardPost(who, { postId, wasScheduled })).rejects.toThrow(message);
    expect(await dump(ctx.db)).toEqual(before);
  });

  test.each(obstacles())("%s leaves everything as it was", async (refusal, bringAbout, was) => {
    const { ctx, account } = await aWorkspace();
    const postId = await bringAbout(ctx, account.id);
    const before = await dump(ctx.db);
    const outcome = await discardPost(ctx, { postId, wasScheduled: was });
    expect(outcome).toMatchObject({ ok: false, refusal });
    expect(await dump(ctx.db)).toEqual(before);
  });
});

const later = at("2026-03-05T09:00");

interface Wrong {
  readonly when?: ReturnType<typeof at>;
  readonly stageId?: null;
  readonly accountIds?: string[];
  readonly text?: string;
}

type Obstacle = [
  refusal: string,
  bringAbout: (ctx: TestContext, accountId: string) => Promise<string>,
  wasScheduled: boolean,
];

/** States of a post that neither a submission nor its deletion may touch. */
function obstacles(): Obstacle[] {
  return [
    [
      "already-published",
      async (ctx, accountId) => {
        const { postId } = await haveScheduled(ctx, { accountIds: [accountId] });
        await publishDue(ctx, "worker");
        return postId;
      },
      true,
    ],
    [
      "already-publishing",
      async (ctx, accountId) => {
        const { postId, deliveries } = await haveScheduled(ctx, { accountIds: [accountId] });
        const id = deliveries[0]?.id ?? "";
        await ctx.transact((tx) => setDelivery(tx, id, { state: "sending" }));
        return postId;
      },
      true,
    ],
    ["not-scheduled", (ctx, accountId) => havePost(ctx, { accountIds: [accountId] }), true],
    [
      "already-scheduled",
      async (ctx, accountId) =>
        (await haveScheduled(ctx, { accountIds: [accountId], at: "2026-03-05T09:00" })).postId,
      false,
    ],
  ];
}

async function aWorkspace() {
  const ctx = await haveWorkspace();
  fakeNetwork();
  return { ctx, account: await haveAccount(ctx) };
}

function draftFor(
  account: { readonly id: string },
  { text = "New words", ...over }: Omit<Wrong, "when"> & { readonly postId?: string } = {},
) {
  return { stageId: "stage-awareness", accountIds: [account.id], parts: [{ text }], ...over };
}

function at(wall: string) {
  return { kind: "wall-clock" as const, at: wall };
}

async function textsOf(ctx: Context) {
  return (await listDeliveries(ctx)).map(({ snapshot }) => snapshot.text);
}

/** Oldest first. */
async function historyOf(ctx: Context, id = "") {
  const events = await listHistory(ctx.db, ctx.workspaceId, id);
  return events.map(({ type }) => type).toReversed();
}
