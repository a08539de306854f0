import { expect, test } from "vitest";

import type { JsonObject } from "#lib/networks/contract/remote";

import { askedSince } from "../network-under-test.ts";
import { oneServer, ready } from "./one-server.ts";

const x = oneServer();

test("a post that is found later: t.co, &amp;, bare links and composed letters are seen through", async () => {
  const text =
    "Tea & <scones> at noorderwol.nl, https://noorderwol.nl/A/Trui?a=1&b=2 — “cafe\u0301” 🧶";
  const { connector, session, request, part } = await ready(x, { text });
  x.server.faults.next("create-post", "reset-after");
  await connector.publish(session, request);
  const asked = askedSince(part.createdAt);
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "published" });
  expect(await connector.search?.(session, part, asked)).toMatchObject({ kind: "published" });
});

test("pictures are part of what is looked for, and their own links are not", async () => {
  const images = [{ mediaId: "red", alt: "" }];
  const { connector, session, request, part } = await ready(x, { images });
  await connector.publish(session, request);
  const asked = askedSince(part.createdAt);
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "published" });
  const bare: JsonObject = { text: part.text };
  expect(await connector.reconcile(session, bare, asked)).toMatchObject({
    kind: "absent",
    candidates: [{ text: expect.stringContaining(part.text) }],
  });
});

test("what belongs to another delivery, is older, or answers something else is not it", async () => {
  const { connector, session, request, part } = await ready(x);
  const first = await connector.publish(session, request);
  if (first.kind !== "published") throw new Error(first.kind);
  const taken = { ...askedSince(part.createdAt), bound: async () => new Set([first.remoteId]) };
  expect(await connector.reconcile(session, request, taken)).toEqual({
    kind: "absent",
    cost: 1_000,
  });
  const later = new Date(x.now.getTime() + 5 * 60_000);
  expect(await connector.reconcile(session, request, askedSince(later))).toEqual({
    kind: "absent",
  });
  const reply = { ...request, reply: { in_reply_to_tweet_id: first.remoteId } };
  expect(await connector.reconcile(session, reply, askedSince(part.createdAt))).toMatchObject({
    kind: "absent",
    candidates: [{ remoteId: first.remoteId }],
  });
});

test("a list that lags behind does not show it yet; a second try is refused as a duplicate", async () => {
  const { connector, session, request, part } = await ready(x);
  x.server.settings.listingLagMs = 60_000;
  x.server.faults.next("create-post", "reset-after");
  await connector.publish(session, request);
  const asked = askedSince(part.createdAt);
  expect(await connector.reconcile(session, request, asked)).toEqual({ kind: "absent" });
  expect(await connector.publish(session, request)).toMatchObject({ kind: "duplicate" });
  x.now = new Date(x.now.getTime() + 61_000);
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "published" });
  x.server.settings.listingLagMs = 0;
});

test("a list longer than we are ready to read leaves it open", async () => {
  const { connector, session, brand, request, part } = await ready(x);
  for (let index = 0; index < 501; index += 1)
    x.server.act(brand, { do: "post", text: `Another ${index}` });
  const asked = askedSince(part.createdAt);
  const spent = x.server.meter.spent;
  const told = await connector.reconcile(session, request, asked);
  expect(told).toMatchObject({ kind: "unknown", cost: 500_000 });
  expect(told.cost).toBe(x.server.meter.spent - spent);
});

test("readers that X does not answer leave it open, too", async () => {
  const { connector, session, request, part } = await ready(x);
  x.server.faults.next("list-posts", "error-before");
  const asked = askedSince(part.createdAt);
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "unknown" });
});

test("pictures are known by what was uploaded; without words a search leaves them to a person", async () => {
  const images = [{ mediaId: "red", alt: "" }];
  const { connector, session, request, part } = await ready(x, { text: "", images });
  const asked = askedSince(part.createdAt);
  const again = await connector.prepare(session, { ...part, key: "another" });
  if (again.kind !== "ready") throw new Error(again.kind);
  const other = await connector.publish(session, again.request);
  if (other.kind !== "published") throw new Error(other.kind);
  const open = { kind: "not-shown", candidates: [{ remoteId: other.remoteId }] };
  expect(await connector.reconcile(session, request, asked)).toMatchObject(open);
  expect(await connector.search?.(session, part, asked)).toMatchObject(open);
  expect(await connector.reconcile(session, again.request, asked)).toMatchObject({
    kind: "published",
    remoteId: other.remoteId,
  });
});
