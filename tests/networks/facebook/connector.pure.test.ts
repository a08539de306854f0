import { afterAll, beforeAll, expect, test } from "vitest";

import { collectAll, publishPart, signIn } from "../network-under-test.ts";
import { startFacebookServer, type FacebookServer } from "./server.ts";
import { facebookUnderTest } from "./under-test.ts";
import { addComment, addPost, postOf } from "./world.ts";

const start = new Date("2026-03-01T12:00:00Z");
const hourMs = 3_600_000;
let now = start;
let server: FacebookServer;
beforeAll(async () => {
  server = await startFacebookServer({ now: () => now });
});
afterAll(async () => {
  await server.stop();
  expect(server.complaints).toEqual([]);
});

async function connected() {
  server.faults.clear();
  const network = await facebookUnderTest(server);
  return { ...network, session: await signIn(network) };
}

const missing = { code: 100, error_subcode: 33, message: "Object does not exist" };
const refused = { status: 400, body: { error: missing } } as const;
const forbidden = { status: 400, body: { error: { code: 10, message: "Not allowed" } } } as const;

test("what Facebook may not let us touch is not taken for gone: it is looked at, by a sign-in that may look", async () => {
  const { connector, session } = await connected();
  const published = await publishPart(connector, session, { text: "Stays" });
  server.faults.next("delete", refused);
  expect(await connector.remove(session, published)).toMatchObject({ kind: "failed" });
  expect(postOf(server.world, published.remoteId)).toBeDefined();
  server.faults.next("delete", refused);
  server.faults.next("show", refused);
  server.faults.next("own-posts", forbidden);
  expect(await connector.remove(session, published)).toMatchObject({ kind: "failed" });
  expect(await connector.remove(session, published)).toEqual({ kind: "removed" });
  expect(await connector.remove(session, published)).toEqual({ kind: "removed" });
});

test("an account outlives the version that it was connected with, and its token goes to no other host", async () => {
  const { connector, session } = await connected();
  const at = (origin: string) => ({ ...session, account: { ...session.account, origin } });
  const older = at(`${server.url}/v19.0`);
  expect(await connector.describe?.(older)).toMatchObject({ kind: "described" });
  const other = at("https://graph.example/v25.0");
  expect(await connector.describe?.(other)).toMatchObject({ kind: "reconnect" });
});

test("what a sign-in lacks is named as Meta names it", async () => {
  server.oauth.declined.add("pages_read_user_content");
  const { connector, session } = await connected();
  server.oauth.declined.clear();
  expect(await connector.examine?.(session)).toMatchObject({
    permissions: [
      { name: "pages_read_engagement", isGiven: true },
      { name: "pages_read_user_content", isGiven: false },
    ],
  });
  server.faults.next("own-posts", "error-before");
  expect(await connector.examine?.(session)).toMatchObject({ kind: "not-sent" });
});

test("who is angry or sad likes nothing", async () => {
  const { connector, session, brand, anna, bram } = await connected();
  const post = addPost(server.world, brand, brand, { text: "We close" });
  const sad = server.join("Sad");
  for (const { id } of [anna, bram, sad]) post.likedBy.add(id);
  post.feelings.set(bram.id, "ANGRY").set(sad.id, "SAD");
  const { touchpoints } = await collectAll(connector, session, null);
  expect(touchpoints.map(({ person }) => person.remoteId)).toEqual([anna.id]);
  const published = { remoteId: post.id, reference: { id: post.id }, url: "" };
  expect(await connector.measure(session, [published])).toMatchObject({ metrics: [{ likes: 1 }] });
});

test("comments are read where something may have changed, and of old posts now and then", async () => {
  const { connector, session, brand, anna } = await connected();
  const posts = Array.from({ length: 20 }, (_, n) => {
    const post = addPost(server.world, brand, brand, { text: `Post ${n}` });
    addComment(server.world, anna, post.id, "First");
    return post;
  });
  now = new Date(now.getTime() + 10 * 24 * hourMs);
  let { cursor } = await collectAll(connector, session, null);
  const round = async () => {
    const before = server.requests.length;
    const { touchpoints, cursor: after } = await collectAll(connector, session, cursor);
    cursor = after;
    const reads = server.requests.slice(before).filter(({ path }) => path.includes("/comments"));
    return { reads: reads.length, told: touchpoints.map(({ text }) => text) };
  };
  now = new Date(now.getTime() + hourMs);
  expect(await round()).toEqual({ reads: 0, told: [] });
  addComment(server.world, anna, posts[3]?.id ?? "", "Second");
  expect(await round()).toEqual({ reads: 1, told: ["Second"] });
  now = new Date(now.getTime() + 11 * hourMs);
  expect((await round()).reads).toBe(20);
});

test("a page of comments that Facebook does not know any more is begun anew, and nothing is lost", async () => {
  const { connector, session, brand } = await connected();
  const post = addPost(server.world, brand, brand, { text: "Everybody?" });
  for (let n = 0; n < 120; n += 1)
    addComment(server.world, server.join(`Fan ${n}`), post.id, `Me, ${n}`);
  server.faults.next("comments", { delayMs: 0 }, refused);
  const first = await collectAll(connector, session, null);
  const second = await collectAll(connector, session, first.cursor);
  const told = [...first.touchpoints, ...second.touchpoints].map(({ remoteId }) => remoteId);
  expect(new Set(told).size).toBe(120);
  expect((await collectAll(connector, session, second.cursor)).touchpoints).toEqual([]);
});
