import { expect, test } from "vitest";

import { schedulePost } from "#lib/deliveries/schedule-post";
import { runEventHandlers } from "#lib/event-handlers";
import { listNotifications } from "#lib/notifications/list-notifications";
import { saveDraft } from "#lib/posts/save-draft";
import { publishDue } from "#lib/publisher/publish-due";

import type { TestContext } from "../../support/context.ts";
import { haveMember } from "../../support/have-member.ts";
import { haveScheduled } from "../../support/have-post.ts";
import { haveVideo, videoBytes } from "../../support/have-video.ts";
import type { Fault } from "../stand-in/faults.ts";
import { onlyPartOf, valueOf } from "../whole-loop.ts";
import { haveMastodon, postsOf } from "./have-mastodon.ts";
import { asBare, asMastodon, asRelative, type Traits } from "./traits.ts";

/** One post whose answer is lost, and a quarter of an hour of the engine's going on by itself. */
async function lostOn(traits: Traits, fault: Fault) {
  const { ctx, server, account } = await haveMastodon();
  server.world.traits = { ...traits };
  server.faults.add(fault, "POST /api/v1/statuses");
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["A scarf"] });
  await workFor(ctx);
  const sent = server.requests.filter(
    ({ method, path }) => method === "POST" && path === "/api/v1/statuses",
  );
  return { part: await onlyPartOf(ctx, postId), posts: postsOf(server, "noorderwol"), sent };
}

async function workFor(ctx: TestContext): Promise<void> {
  for (let minute = 0; minute < 15; minute += 1) {
    await publishDue(ctx, "worker-1");
    ctx.clock.pass({ minutes: 1 });
  }
}

const lagging: Traits = { ...asRelative, listingLagMs: 10 * 60_000 };
const unsaid: Traits = { ...asMastodon, software: undefined, ignoresKeys: true };

test.each([
  ["one that ignores the key and lists late", lagging, "reset-after", 1],
  ["one that ignores the key, where it did not arrive", asRelative, "reset-before", 0],
  ["one without anything, where it did not arrive", asBare, "reset-before", 0],
  ["one that does not say what it is", unsaid, "reset-before", 0],
] as const)("on %s it is sent once, and a person is asked", async (_name, traits, fault, there) => {
  const { part, posts, sent } = await lostOn(traits, fault);
  expect(part).toMatchObject({ state: "needs_person", reason: "still-unknown" });
  expect([posts.length, sent.length]).toEqual([there, 1]);
});

test.each([
  ["one that ignores the key", asRelative],
  ["one without anything", asBare],
  ["Mastodon", asMastodon],
])("on %s what arrived is found, and sent once", async (_name, traits) => {
  const { part, posts, sent } = await lostOn(traits, "reset-after");
  expect(part).toMatchObject({ state: "published", remoteId: posts[0]?.id });
  expect([posts.length, sent.length]).toEqual([1, 1]);
});

test("on Mastodon itself what did not arrive is sent again", async () => {
  const { part, posts, sent } = await lostOn(asMastodon, "reset-before");
  expect(part).toMatchObject({ state: "published" });
  expect([posts.length, sent.length]).toEqual([1, 2]);
});

test("what a server left off is told, on the delivery and at the bell", async () => {
  const { ctx, server, account } = await haveMastodon();
  server.world.traits = { ...asBare };
  const poll = { options: ["Blue", "Red"], minutes: 60, isMultiple: false };
  const draft = await saveDraft(ctx, {
    stageId: "stage-awareness",
    accountIds: [account.id],
    parts: [{ text: "Which?", images: [], poll }],
  });
  const { postId } = valueOf(
    await schedulePost(ctx, { postId: valueOf(draft).id, when: { kind: "now" } }),
  );
  await publishDue(ctx, "worker-1");
  expect(await onlyPartOf(ctx, postId)).toMatchObject({
    state: "published",
    reason: "without-its-poll",
  });
  const editor = await haveMember(ctx, { name: "edu", role: "editor" });
  await runEventHandlers(ctx);
  const told = await listNotifications(editor);
  expect(told.map(({ notification: { kind, readAt } }) => [kind, readAt])).toEqual([
    ["incomplete", null],
  ]);
});

/** A post with a video, and a quarter of an hour of the engine's going on by itself. */
async function filmWith(
  arrange: (server: Awaited<ReturnType<typeof haveMastodon>>["server"]) => void,
) {
  const { ctx, server, account } = await haveMastodon();
  const { id: mediaId } = await haveVideo(ctx);
  const draft = await saveDraft(ctx, {
    stageId: "stage-awareness",
    accountIds: [account.id],
    parts: [{ text: "How we knit", images: [], video: { mediaId, alt: "Hands" } }],
  });
  arrange(server);
  const when = { kind: "now" } as const;
  const { postId } = valueOf(await schedulePost(ctx, { postId: valueOf(draft).id, when }));
  await workFor(ctx);
  const films = [...server.world.media.values()].filter(({ attachedTo }) => attachedTo);
  return { part: await onlyPartOf(ctx, postId), posts: postsOf(server, "noorderwol"), films };
}

test.each([
  ["the answer to the upload is lost", "reset-after", "POST /api/v2/media"],
  ["the upload does not arrive", "reset-before", "POST /api/v2/media"],
  ["a look at how far it is gets no answer", "reset-before", "GET /api/v1/media/"],
  ["the answer to the post is lost", "reset-after", "POST /api/v1/statuses"],
] as const)("a video is out once where %s", async (_what, fault, on) => {
  const { part, posts, films } = await filmWith((server) => server.faults.add(fault, on));
  expect(part).toMatchObject({ state: "published", remoteId: posts[0]?.id });
  expect([posts.length, films.length]).toEqual([1, 1]);
  expect(films[0]?.bytes.equals(await videoBytes("landscape.mp4"))).toBe(true);
});

test("a video that the server can make nothing of fails, and nothing is posted", async () => {
  const { part, posts } = await filmWith((server) => {
    server.world.breaksFilms = true;
  });
  expect(part).toMatchObject({ state: "failed", reason: "video-unreadable" });
  expect(posts).toEqual([]);
});

test("a video that the server finds too large after all fails by name", async () => {
  const { part, posts } = await filmWith((server) => {
    server.world.configuration.videoSizeLimit = 100;
  });
  expect(part).toMatchObject({ state: "failed", reason: "video-too-large" });
  expect(posts).toEqual([]);
});
