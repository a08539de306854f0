import { afterAll, beforeAll, expect, test } from "vitest";

import { askedSince, partOf, prepare, publish, signIn } from "../network-under-test.ts";
import { startFacebookServer, type FacebookServer } from "./server.ts";
import { facebookUnderTest } from "./under-test.ts";
import { addComment, addPost } from "./world.ts";

let server: FacebookServer;
beforeAll(async () => {
  server = await startFacebookServer();
});
afterAll(() => server.stop());

async function connected() {
  server.settings.hidesAuthors = false;
  const network = await facebookUnderTest(server);
  const session = await signIn(network);
  const look = (part: ReturnType<typeof partOf>) =>
    network.connector.search?.(session, part, askedSince(minutesAgo(5)));
  return { ...network, session, look };
}

function minutesAgo(minutes: number): Date {
  return new Date(server.world.now().getTime() - minutes * 60_000);
}

const pictures = (count: number) =>
  Array.from({ length: count }, () => ({ mediaId: "red", alt: "" }));

test.each([false, true])(
  "a comment is ours only where Facebook says so (authors are hidden: %s)",
  async (hidesAuthors) => {
    const { connector, session, brand, anna } = await connected();
    const post = addPost(server.world, brand, brand, { text: "Wool" });
    const target = { id: post.id };
    const part = partOf({ text: "Lovely", replyTo: { root: target, parent: target } });
    const request = await prepare(connector, session, part);
    const theirs = addComment(server.world, anna, post.id, "Lovely");
    addComment(server.world, anna, post.id, "Something else");
    server.settings.hidesAuthors = hidesAuthors;
    const asked = askedSince(minutesAgo(5));
    const found = await connector.reconcile(session, request, asked);
    if (hidesAuthors) {
      expect(found).toMatchObject({ kind: "not-shown", candidates: [{ remoteId: theirs.id }] });
      expect(found).toHaveProperty("candidates.length", 1);
    } else expect(found).toEqual({ kind: "absent" });
    const ours = await publish(connector, session, request);
    expect(await connector.reconcile(session, request, asked)).toMatchObject({
      kind: "published",
      remoteId: ours.remoteId,
    });
  },
);

test("words are another post where one of the two has pictures", async () => {
  const { brand, look } = await connected();
  const shown = addPost(server.world, brand, brand, { text: "Look", photos: ["1", "2"] });
  expect(await look(partOf({ text: "Look" }))).toMatchObject({ kind: "not-shown" });
  expect(await look(partOf({ text: "Look", images: pictures(1) }))).toMatchObject({
    kind: "not-shown",
    candidates: [{ remoteId: shown.id }],
  });
  expect(await look(partOf({ text: "Look", images: pictures(2) }))).toMatchObject({
    kind: "published",
    remoteId: shown.id,
  });
});

test("a link's card is no picture", async () => {
  const { brand, look } = await connected();
  const [text, link] = ["Read https://noorderwol.nl", "https://noorderwol.nl"];
  const { id } = addPost(server.world, brand, brand, { text, link });
  expect(await look(partOf({ text }))).toMatchObject({ kind: "published", remoteId: id });
});

test("pictures without words are known by what was uploaded, and by nothing else", async () => {
  const { connector, session, brand, look } = await connected();
  const other = addPost(server.world, brand, brand, { text: "", photos: ["3"] });
  const part = partOf({ text: "", images: pictures(1) });
  expect(await look(part)).toMatchObject({
    kind: "not-shown",
    candidates: [{ remoteId: other.id }],
  });
  const request = await prepare(connector, session, part);
  const asked = askedSince(minutesAgo(5));
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "absent" });
  const ours = await publish(connector, session, request);
  expect(await connector.reconcile(session, request, asked)).toMatchObject({
    kind: "published",
    remoteId: ours.remoteId,
  });
});
