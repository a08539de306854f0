import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { noon } from "../../support/context.ts";
import {
  collectAll,
  partOf,
  prepare,
  publish,
  publishPart,
  tryToConnect,
} from "../network-under-test.ts";
import { startGoogle, type GoogleServer } from "./server.ts";
import { connected, googleUnderTest } from "./under-test.ts";
import { addPlace, addReview, postOf } from "./world.ts";

let server: GoogleServer;
let now = noon;
beforeAll(async () => {
  server = await startGoogle({ now: () => now });
});
beforeEach(() => {
  now = noon;
  server.faults.clear();
  Object.assign(server.settings, { listingLagMs: 0, isStrict: false, isApproved: true });
});
afterAll(async () => {
  await server.stop();
  expect(server.complaints).toEqual([]);
});

describe("signing in", () => {
  test("offers every place, and those that Google has not verified as unusable", async () => {
    const network = await googleUnderTest(server);
    addPlace(server.world, network.owner, "Stall", { isVerified: false });
    for (let n = 0; n < 1_120; n += 1) addPlace(server.world, network.owner, `Shop ${n}`);
    const outcome = await tryToConnect(network);
    if (outcome.kind !== "choice") throw new Error(outcome.kind);
    expect(outcome.accounts).toHaveLength(1_122);
    expect(outcome.accounts.slice(0, 2)).toMatchObject([
      { handle: "Wool", displayName: "Wool, Amsterdam" },
      { handle: "Stall", unusable: "not-verified" },
    ]);
  });

  test("an app that Google has not let in is told so in Google's words", async () => {
    server.settings.isApproved = false;
    expect(await tryToConnect(await googleUnderTest(server))).toMatchObject({
      kind: "refused",
      code: "app-refused",
      detail: expect.stringContaining("Quota exceeded"),
    });
  });

  test("an hour later it is renewed, as long as nobody takes it back", async () => {
    const { connector, session, owner } = await connected(server);
    now = new Date(now.getTime() + 2 * 60 * 60_000);
    expect(await connector.describe?.(session)).toEqual({ kind: "expired" });
    const renewed = await connector.refresh(session);
    if (renewed.kind !== "refreshed") throw new Error(renewed.kind);
    const fresh = { ...session, credentials: renewed.credentials };
    expect(await connector.describe?.(fresh)).toMatchObject({ kind: "described" });
    server.oauth.forget(owner.id);
    expect(await connector.refresh(fresh)).toMatchObject({ kind: "reconnect" });
  });
});

describe("a post", () => {
  const dates = { title: "Shearing", start: "2026-12-24", end: "2026-12-25T17:30" };
  test.each([
    [
      "an update with a button",
      { action: "SHOP", address: "https://noorderwol.nl" },
      { topicType: "STANDARD", callToAction: { actionType: "SHOP", url: "https://noorderwol.nl" } },
    ],
    [
      "a button to call",
      { action: "CALL", address: "https://noorderwol.nl" },
      { callToAction: { actionType: "CALL" } },
    ],
    [
      "an event",
      { topic: "event", ...dates },
      {
        topicType: "EVENT",
        event: {
          title: "Shearing",
          schedule: {
            startDate: { year: 2026, month: 12, day: 24 },
            endDate: { year: 2026, month: 12, day: 25 },
            endTime: { hours: 17, minutes: 30 },
          },
        },
      },
    ],
    [
      "an offer, which has no button",
      { topic: "offer", ...dates, coupon: "WOOL", action: "CALL" },
      { topicType: "OFFER", offer: { couponCode: "WOOL" } },
    ],
  ])("can be %s", async (_name, options, expected) => {
    const { connector, session } = await connected(server);
    const { remoteId } = await publishPart(connector, session, { text: "Come by", options });
    expect(postOf(server.world, remoteId)?.body).toMatchObject(expected);
  });

  test("that Google's own check rejects is refused, and never taken for ours afterwards", async () => {
    const { connector, session } = await connected(server);
    server.settings.isStrict = true;
    const request = await prepare(connector, session, partOf({ text: "Call 020 1234567" }));
    expect(await connector.publish(session, request)).toMatchObject({ kind: "refused" });
    const asked = { firstIntentAt: now, bound: async () => new Set<string>() };
    expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "absent" });
  });

  test("with a picture needs an address that Google reaches", async () => {
    const { connector, session } = await connected(server);
    const hidden = { ...session, sharedImage: async () => undefined };
    const part = partOf({ images: [{ mediaId: "red", alt: "" }] });
    expect(await connector.prepare(hidden, part)).toMatchObject({ code: "no-public-address" });
    const away = { ...session, sharedImage: async () => "http://127.0.0.1:1/away.jpg" };
    const request = await prepare(connector, away, part);
    expect(await connector.publish(session, request)).toMatchObject({ code: "image-unreadable" });
  });

  test("over the limit waits a minute, and an unreadable answer settles nothing", async () => {
    const { connector, session } = await connected(server);
    const request = await prepare(connector, session, partOf({}));
    server.faults.next("make-post", "too-many", "error-before");
    expect(await connector.publish(session, request)).toMatchObject({
      kind: "later",
      retryAt: new Date(now.getTime() + 60_000),
    });
    expect(await connector.publish(session, request)).toMatchObject({ kind: "unknown" });
  });
});

describe("reviews", () => {
  test("come with stars and the words as they were written; whoever wants no name has none", async () => {
    const { connector, session, place } = await connected(server);
    addReview(server.world, place, "Anna", 5, "(Translated by Google) Warm\n\n(Original)\nWarm ☀️");
    addReview(server.world, place, "Bram", 3, "Gaat wel\n\n(Translated by Google)\nIt is fine");
    addReview(server.world, place, undefined, 1);
    const { touchpoints } = await collectAll(connector, session, null);
    const told = touchpoints.map(({ stars, text, person }) => [stars, text, person.displayName]);
    expect(told).toEqual(
      expect.arrayContaining([
        [5, "Warm ☀️", "Anna"],
        [3, "Gaat wel", "Bram"],
        [1, undefined, undefined],
      ]),
    );
    expect(new Set(touchpoints.map(({ person }) => person.remoteId)).size).toBe(3);
  });

  test("hundreds are each told once, and one that was changed under the same id", async () => {
    const { connector, session, place } = await connected(server);
    const reviews = Array.from({ length: 170 }, (_, n) => {
      now = new Date(now.getTime() + 1_000);
      return addReview(server.world, place, `Fan ${n}`, 5);
    });
    const first = await collectAll(connector, session, null);
    expect(new Set(first.touchpoints.map(({ remoteId }) => remoteId)).size).toBe(170);
    now = new Date(now.getTime() + 60_000);
    Object.assign(reviews[3] ?? {}, { stars: 1, updatedAt: now });
    const second = await collectAll(connector, session, first.cursor);
    expect(second.touchpoints).toMatchObject([{ remoteId: reviews[3]?.id, stars: 1 }]);
  });

  test("have one answer: ours is found again, changed and taken back, and nobody else's is written over", async () => {
    const { connector, session, place } = await connected(server);
    const review = addReview(server.world, place, "Anna", 5);
    const { touchpoints } = await collectAll(connector, session, null);
    const replyTo = touchpoints[0]?.replyTarget;
    const part = partOf({ text: "Thank you, Anna!", replyTo });
    const request = await prepare(connector, session, part);
    const asked = { firstIntentAt: now, bound: async () => new Set<string>() };
    expect(await connector.reconcile(session, request, asked)).toEqual({ kind: "absent" });
    const reply = await publish(connector, session, request);
    expect(await publish(connector, session, request)).toEqual(reply);
    expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "published" });
    expect(await connector.prepare(session, { ...part, text: "Other words" })).toMatchObject({
      kind: "refused",
      detail: expect.stringContaining("Thank you, Anna!"),
    });
    const changed = { ...part, text: "Thanks, Anna!" };
    expect(await connector.edit?.(session, reply, changed, [part.text])).toMatchObject({
      kind: "edited",
    });
    expect(review.reply).toBe("Thanks, Anna!");
    expect(await connector.remove(session, reply)).toEqual({ kind: "removed" });
    expect(await connector.remove(session, reply)).toEqual({ kind: "removed" });
    expect(review.reply).toBeUndefined();
  });

  test("an answer of more bytes than Google takes is not sent", async () => {
    const { connector, session, place } = await connected(server);
    addReview(server.world, place, "Anna", 5);
    const { touchpoints } = await collectAll(connector, session, null);
    const part = partOf({ text: "🧶".repeat(1_025), replyTo: touchpoints[0]?.replyTarget });
    expect(await connector.prepare(session, part)).toMatchObject({ code: "text-too-long" });
  });
});
