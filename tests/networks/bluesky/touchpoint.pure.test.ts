import { expect, test } from "vitest";

import { bluesky } from "#lib/networks/bluesky/connector";
import { touchpointOf } from "#lib/networks/bluesky/touchpoint";
import { notification, type Notification } from "#lib/networks/bluesky/wire";

const [us, fan] = ["did:plc:wool", "did:plc:anna"];
const ourPost = { uri: `at://${us}/app.bsky.feed.post/3k`, cid: "bafy1" };
const anothers = { uri: "at://did:plc:bo/app.bsky.feed.post/3m", cid: "bafy4" };
const theirs = { uri: `at://${fan}/app.bsky.feed.post/3l`, cid: "bafy2" };

function read(reason: string, record: object, over: Partial<Notification> = {}): Notification {
  return notification.parse({
    ...theirs,
    author: { did: fan, handle: "anna.test" },
    reason,
    record,
    indexedAt: "2026-03-01T12:00:00.000Z",
    ...over,
  });
}

const like = { uri: `at://${fan}/app.bsky.feed.like/3l`, cid: "bafy3" };

test.each([
  [
    "a like of ours",
    read("like", { subject: ourPost }, like),
    { type: "like", onRemoteId: ourPost.uri },
  ],
  [
    "a repost of ours",
    read("repost", { subject: ourPost }, like),
    { type: "repost", onRemoteId: ourPost.uri },
  ],
  ["a follow", read("follow", { subject: us }, like), { type: "follow" }],
  ["a mention", read("mention", { text: "@wool" }), { type: "mention", text: "@wool" }],
  [
    "a quote",
    read("quote", { text: "See" }, { reasonSubject: ourPost.uri }),
    { type: "quote", onRemoteId: ourPost.uri },
  ],
  [
    "an answer that also names us",
    read("mention", { text: "@wool yes", reply: { root: ourPost, parent: ourPost } }),
    { type: "reply", onRemoteId: ourPost.uri, replyTarget: { root: ourPost, parent: theirs } },
  ],
  [
    "an answer to another person's answer, under ours",
    read(
      "reply",
      { text: "At thirty", reply: { root: ourPost, parent: anothers } },
      { reasonSubject: ourPost.uri },
    ),
    { type: "reply", onRemoteId: ourPost.uri, isAnswerToOther: true },
  ],
  [
    "an answer to their own, under ours",
    read(
      "reply",
      { text: "No", reply: { root: ourPost, parent: theirs } },
      { reasonSubject: ourPost.uri },
    ),
    {
      type: "reply",
      onRemoteId: ourPost.uri,
      replyTarget: { root: ourPost, parent: theirs },
    },
  ],
])("%s", (_name, notice, expected) => {
  expect(touchpointOf(notice, us)).toMatchObject(expected);
});

test("a like of what we passed on is a like, of no post of ours", () => {
  const touchpoint = touchpointOf(read("like-via-repost", { subject: theirs }, like), us);
  expect(touchpoint).toMatchObject({ type: "like" });
  expect(touchpoint).not.toHaveProperty("onRemoteId");
});

test.each(["verified", "subscribed-post", "starterpack-joined", "invented-tomorrow"])(
  "%s is nobody doing something with us",
  (reason) => expect(touchpointOf(read(reason, {}), us)).toBeUndefined(),
);

test("what we do ourselves is no touchpoint", () => {
  const own = read("like", { subject: ourPost }, { author: { did: us, handle: "wool.test" } });
  expect(touchpointOf(own, us)).toBeUndefined();
});

test("somebody without a name goes by their handle", () => {
  expect(touchpointOf(read("mention", { text: "" }), us)?.person.displayName).toBe("anna.test");
});

test("pictures count, links and films do not", () => {
  const picture = { $type: "app.bsky.embed.images" };
  const hasImage = (embed: object) => touchpointOf(read("mention", { embed }), us)?.hasImage;
  expect(hasImage(picture)).toBe(true);
  expect(hasImage({ $type: "app.bsky.embed.recordWithMedia", media: picture })).toBe(true);
  expect(hasImage({ $type: "app.bsky.embed.external" })).toBe(false);
});

test.each(["handle.invalid", "HANDLE.invalid", "anna.invalid.", ""])(
  "somebody whose handle cannot be confirmed is not renamed to %j",
  (handle) => {
    const author = { did: fan, handle, displayName: "Anna" };
    const person = touchpointOf(read("mention", { text: "" }, { author }), us)?.person;
    expect(person).not.toHaveProperty("handle");
    expect(person).toMatchObject({ remoteId: fan, displayName: "Anna" });
    expect([handle, fan, "anna.test"].map((one) => bluesky.mention(one))).toEqual([
      undefined,
      undefined,
      "@anna.test",
    ]);
  },
);

test("a like given again is the same like; of another post, or by another, it is another", () => {
  const idOf = (notice: Notification) => touchpointOf(notice, us)?.remoteId;
  const first = read("like", { subject: ourPost }, like);
  const again = read("like", { subject: ourPost }, { ...like, uri: `${like.uri}x` });
  expect(idOf(again)).toBe(idOf(first));
  const others = [
    read("like", { subject: { ...ourPost, uri: `${ourPost.uri}x` } }, like),
    read("repost", { subject: ourPost }, like),
    read(
      "like",
      { subject: ourPost },
      { ...like, author: { did: "did:plc:bram", handle: "b.test" } },
    ),
    read("like-via-repost", { subject: theirs }, like),
    read("follow", { subject: us }, like),
  ].map(idOf);
  expect(new Set([idOf(first), ...others]).size).toBe(6);
});
