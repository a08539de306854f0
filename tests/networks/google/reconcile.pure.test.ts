import { afterAll, beforeAll, expect, test } from "vitest";

import { noon } from "../../support/context.ts";
import {
  askedSince,
  collectAll,
  partOf,
  prepare,
  publish,
  publishPart,
  signIn,
} from "../network-under-test.ts";
import { startGoogle, type GoogleServer } from "./server.ts";
import { connected } from "./under-test.ts";
import { addReview } from "./world.ts";

let server: GoogleServer;
beforeAll(async () => {
  server = await startGoogle({ now: () => noon });
});
afterAll(async () => {
  await server.stop();
  expect(server.complaints).toEqual([]);
});

const asked = askedSince(noon);
const red = { mediaId: "red", alt: "" };

test("an answer that the owner wrote meanwhile is not written over, and a person is shown it", async () => {
  const { connector, session, place } = await connected(server);
  const review = addReview(server.world, place, "Anna", 5);
  const { touchpoints } = await collectAll(connector, session, null);
  const part = partOf({ text: "Thank you, Anna!", replyTo: touchpoints[0]?.replyTarget });
  const request = await prepare(connector, session, part);
  review.reply = "Come again!";
  expect(await connector.publish(session, request)).toMatchObject({
    kind: "refused",
    detail: "It was answered already: Come again!",
  });
  expect(review.reply).toBe("Come again!");
  const candidates = [{ text: "Come again!", at: noon.toISOString() }];
  expect(await connector.reconcile(session, request, asked)).toMatchObject({
    kind: "absent",
    candidates,
  });
  expect(await connector.search?.(session, part, asked)).toMatchObject({
    kind: "not-shown",
    candidates,
  });
});

test("a review that cannot be read is not answered", async () => {
  const { connector, session, place } = await connected(server);
  const review = addReview(server.world, place, "Anna", 5);
  const { touchpoints } = await collectAll(connector, session, null);
  const part = partOf({ text: "Thank you!", replyTo: touchpoints[0]?.replyTarget });
  const request = await prepare(connector, session, part);
  server.faults.next("review", "error-before");
  expect(await connector.publish(session, request)).toMatchObject({ kind: "not-sent" });
  expect(review.reply).toBeUndefined();
});

test("a photo without words is left to a person, and words are another post where one of the two has a photo", async () => {
  const { connector, session } = await connected(server);
  const bare = partOf({ text: "", images: [red] });
  const request = await prepare(connector, session, bare);
  const { remoteId } = await publish(connector, session, request);
  const open = { kind: "not-shown", candidates: [{ remoteId }] };
  expect(await connector.reconcile(session, request, asked)).toMatchObject(open);
  expect(await connector.search?.(session, bare, asked)).toMatchObject(open);

  const shown = await publishPart(connector, session, { text: "Come by", images: [red] });
  const search = (images: (typeof red)[]) =>
    connector.search?.(session, partOf({ text: "Come by", images }), asked);
  expect(await search([])).toMatchObject({ kind: "not-shown" });
  expect(await search([red])).toMatchObject({ kind: "published", remoteId: shown.remoteId });
});

test("giving one place back leaves the others of the same person signed in", async () => {
  const network = await connected(server);
  const other = await signIn(network);
  await network.connector.revoke(network.session);
  expect(await network.connector.describe?.(other)).toMatchObject({ kind: "described" });
});
