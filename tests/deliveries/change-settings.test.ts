import { expect, test } from "vitest";

import { changeSettings } from "#lib/deliveries/change-settings";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { listHistory } from "#lib/events/repository";
import { wallClock } from "#lib/kernel/local-time";
import { listPosts } from "#lib/posts/list-posts";
import { showPost } from "#lib/posts/show-post";
import { publishDue } from "#lib/publisher/publish-due";

import { dump } from "../support/dump.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";
import { setDelivery } from "../support/set-delivery.ts";

const evening = "2026-03-05T23:30";

test("a new clock with posts planned asks what stays, and changes nothing until it is said", async () => {
  const { ctx } = await planned();
  const before = await dump(ctx.db);
  expect(await changeSettings(ctx, { timeZone: "Asia/Tokyo", name: "Elsewhere" })).toMatchObject({
    refusal: "zone-moves-posts",
    detail: { count: 1, from: "Europe/Amsterdam", to: "Asia/Tokyo" },
  });
  expect(await dump(ctx.db)).toEqual(before);
});

test.each([
  ["clock", "2026-03-05T14:30:00Z", "2026-03-05"],
  ["instant", "2026-03-05T22:30:00Z", "2026-03-06"],
] as const)("the %s stays where that was said", async (stays, at, localDay) => {
  const { ctx, postId } = await planned();
  const input = { timeZone: "Asia/Tokyo", planned: stays };
  expect(await changeSettings(ctx, input)).toMatchObject({ ok: true });
  expect(await showPost(ctx, postId)).toMatchObject({
    state: "scheduled",
    publishAt: new Date(at),
    timeZone: "Asia/Tokyo",
    localDay,
  });
  const [delivery] = await listDeliveries(ctx, { postIds: [postId] });
  expect(delivery).toMatchObject({ plannedAt: new Date(at), dueAt: new Date(at) });
});

test("what would be past on the new clock keeps its instant, and a minute that it skips is the next one", async () => {
  // 13:00 in Amsterdam now; 14:00 has passed in Tokyo.
  const soon = await planned("2026-03-01T14:00");
  await changeSettings(soon.ctx, { timeZone: "Asia/Tokyo", planned: "clock" });
  expect((await showPost(soon.ctx, soon.postId)).publishAt).toEqual(
    new Date("2026-03-01T13:00:00Z"),
  );
  const skipped = await planned("2026-03-08T02:30");
  await changeSettings(skipped.ctx, { timeZone: "America/New_York", planned: "clock" });
  expect((await showPost(skipped.ctx, skipped.postId)).publishAt).toEqual(
    new Date("2026-03-08T07:00:00Z"),
  );
});

test("nothing is asked where the clock stays, or nothing is planned", async () => {
  const { ctx } = await planned();
  expect(await changeSettings(ctx, { name: "Elsewhere" })).toMatchObject({ ok: true });
  expect(await changeSettings(ctx, { timeZone: "Europe/Amsterdam" })).toMatchObject({ ok: true });
  const other = await planned();
  other.ctx.clock.set(new Date("2026-03-06T09:00:00Z"));
  await publishDue(other.ctx, "worker");
  expect(await changeSettings(other.ctx, { timeZone: "Asia/Tokyo" })).toMatchObject({ ok: true });
  const editor = { ...ctx, actor: { id: "eve", role: "editor" as const } };
  await expect(changeSettings(editor, { name: "Mine" })).rejects.toThrow("manager role");
});

test("a full calendar moves at once, each post with its deliveries and its event; what is out stays", async () => {
  const { ctx, accountId, postId } = await planned();
  const settled = await haveScheduled(ctx, { accountIds: [accountId], at: "2026-03-04T10:00" });
  await ctx.transact((tx) => setDelivery(tx, settled.deliveries[0]!.id, { state: "published" }));
  for (let day = 10; day < 30; day += 1)
    await haveScheduled(ctx, { accountIds: [accountId], at: `2026-03-${day}T10:00` });
  const asked = { timeZone: "Asia/Tokyo", planned: "clock" } as const;
  expect(await changeSettings(ctx, asked)).toMatchObject({ ok: true });
  const posts = await listPosts(ctx, { limit: 100 });
  expect(posts).toHaveLength(22);
  for (const post of posts) {
    expect(post).toMatchObject({ state: "scheduled", timeZone: "Asia/Tokyo", version: 3 });
    const deliveries = await listDeliveries(ctx, { postIds: [post.id] });
    for (const { plannedAt } of deliveries) expect(plannedAt).toEqual(post.publishAt);
    const isOut = post.id === settled.postId;
    const isTen = wallClock(post.publishAt!, "Asia/Tokyo").endsWith("T10:00");
    expect(isTen).toBe(post.id !== postId && !isOut);
    const history = await listHistory(ctx.db, ctx.workspaceId, post.id);
    expect(history.filter(({ type }) => type === "post.rescheduled")).toHaveLength(isOut ? 0 : 1);
  }
});

async function planned(at = evening) {
  const ctx = await haveWorkspace();
  fakeNetwork();
  const { id } = await haveAccount(ctx);
  const { postId } = await haveScheduled(ctx, { accountIds: [id], at });
  return { ctx, postId, accountId: id };
}
