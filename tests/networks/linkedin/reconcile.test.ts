import { expect, test } from "vitest";

import type { Asked } from "#lib/networks/contract/connector";

import { askedSince, partOf, prepare, publish } from "../network-under-test.ts";
import { newText, oneServer, ready } from "./one-server.ts";
import { addPost } from "./world.ts";

const linkedIn = oneServer();

const once = (asked: Asked): Asked => ({ ...asked, mayProbe: true });

test("escapes, hashtags and composed letters are seen through", async () => {
  const text = "Wool (hand-dyed) & <soft> #breien #een_trui “cafe\u0301” {x} 🧶";
  const { connector, session, request, part } = await ready(linkedIn, { text });
  linkedIn.server.faults.next("create-post", "reset-after");
  await connector.publish(session, request);
  const asked = askedSince(part.createdAt);
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "published" });
  expect(await connector.search?.(session, part, asked)).toMatchObject({ kind: "published" });
});

test("pictures and polls are part of what is looked for", async () => {
  const images = [{ mediaId: "red", alt: "" }];
  const { connector, session, request, part } = await ready(linkedIn, { images });
  await publish(connector, session, request);
  const asked = askedSince(part.createdAt);
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "published" });
  const bare = await prepare(connector, session, partOf({ text: part.text }));
  expect(await connector.reconcile(session, bare, asked)).toMatchObject({
    kind: "absent",
    candidates: [{ text: part.text }],
  });
});

test("what belongs to another delivery or is older is not it", async () => {
  const { connector, session, request, part } = await ready(linkedIn);
  const { remoteId } = await publish(connector, session, request);
  const taken = { ...askedSince(part.createdAt), bound: async () => new Set([remoteId]) };
  expect(await connector.reconcile(session, request, taken)).toEqual({ kind: "absent" });
  const later = new Date(linkedIn.now.getTime() + 5 * 60_000);
  expect(await connector.reconcile(session, request, askedSince(later))).toEqual({
    kind: "absent",
  });
});

test("a list longer than we are ready to read, and one that LinkedIn does not give, leave it open", async () => {
  const { connector, session, request, part, brand } = await ready(linkedIn);
  const author = `urn:li:organization:${brand.id}`;
  for (let index = 0; index < 501; index += 1)
    addPost(linkedIn.server.world, { author, commentary: `Another ${index}` });
  const asked = askedSince(part.createdAt);
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "unknown" });
  linkedIn.server.faults.next("list-posts", "error-before");
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "unknown" });
});

test("of a member nothing is read; one probe is open within the hour, and never after a database was put back", async () => {
  const { connector, session, request, part } = await ready(linkedIn, {}, "member");
  const before = linkedIn.server.requests.length;
  const asked = askedSince(part.createdAt);
  expect(await connector.reconcile(session, request, once(asked))).toEqual({ kind: "absent" });
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "not-shown" });
  expect(await connector.search?.(session, part, asked)).toMatchObject({ kind: "not-shown" });
  linkedIn.now = new Date(linkedIn.now.getTime() + 60 * 60_000);
  expect(await connector.reconcile(session, request, once(asked))).toMatchObject({
    kind: "not-shown",
  });
  expect(linkedIn.server.requests.length).toBe(before);
});

test("a role that may post and not read is as a member is", async () => {
  const { connector, session, request, part, brand, owner } = await ready(linkedIn);
  brand.roles.set(owner.id, ["RECRUITING_POSTER"]);
  const asked = askedSince(part.createdAt);
  expect(await connector.reconcile(session, request, once(asked))).toEqual({ kind: "absent" });
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "not-shown" });
});

test("a comment that was not answered is found where it stands, and is never sent again", async () => {
  const { connector, session, request } = await ready(linkedIn);
  const { reference: root } = await publish(connector, session, request);
  const part = partOf({
    text: newText(),
    replyTo: { root, parent: root },
    createdAt: linkedIn.now,
  });
  const comment = await prepare(connector, session, part);
  const asked = once(askedSince(part.createdAt));
  expect(await connector.reconcile(session, comment, asked)).toMatchObject({ kind: "not-shown" });
  linkedIn.server.faults.next("create-comment", "reset-after");
  expect(await connector.publish(session, comment)).toMatchObject({ kind: "unknown" });
  expect(await connector.reconcile(session, comment, asked)).toMatchObject({ kind: "published" });
  const member = await ready(linkedIn, { replyTo: { root, parent: root } }, "member");
  expect(await member.connector.reconcile(member.session, member.request, asked)).toMatchObject({
    kind: "not-shown",
  });
});

test("pictures are known by what was uploaded; without words a search leaves them to a person", async () => {
  const images = [{ mediaId: "red", alt: "" }];
  const { connector, session, request, part } = await ready(linkedIn, { text: "", images });
  const asked = askedSince(part.createdAt);
  const again = await prepare(connector, session, part);
  const other = await publish(connector, session, again);
  const open = { kind: "not-shown", candidates: [{ remoteId: other.remoteId }] };
  expect(await connector.reconcile(session, request, asked)).toMatchObject(open);
  expect(await connector.search?.(session, part, asked)).toMatchObject(open);
  expect(await connector.reconcile(session, again, asked)).toMatchObject({
    kind: "published",
    remoteId: other.remoteId,
  });
});
