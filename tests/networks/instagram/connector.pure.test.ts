import { afterAll, beforeAll, expect, test } from "vitest";

import { collectAll, publishPart, signIn } from "../network-under-test.ts";
import { startInstagramServer, type InstagramServer } from "./server.ts";
import { instagramUnderTest } from "./under-test.ts";
import { addPost } from "./world.ts";

let server: InstagramServer;
beforeAll(async () => {
  server = await startInstagramServer();
});
afterAll(() => server.stop());

async function connected() {
  const network = await instagramUnderTest(server);
  return { ...network, session: await signIn(network) };
}

const error = { code: 100, error_subcode: 33, message: "Object does not exist" };
const missing = { status: 400, body: { error } };

test("what Instagram may not let us touch is not taken for gone: it is looked at", async () => {
  const { connector, session } = await connected();
  const published = await publishPart(connector, session, { text: "Stays" });
  server.faults.next("delete", missing);
  expect(await connector.remove(session, published)).toMatchObject({ kind: "failed" });
  server.faults.next("delete", missing);
  server.faults.next("show", missing);
  server.faults.next("own-media", missing);
  expect(await connector.remove(session, published)).toMatchObject({ kind: "failed" });
  expect(await connector.remove(session, published)).toEqual({ kind: "removed" });
});

test("an account outlives the version that it was connected with", async () => {
  const { connector, session } = await connected();
  const account = { ...session.account, origin: `${server.url}/facebook/v19.0` };
  expect(await connector.describe?.({ ...session, account })).toMatchObject({ kind: "described" });
});

test("a page of comments that Instagram does not know any more is begun anew, and nothing is lost", async () => {
  const { connector, session } = await connected();
  const { remoteId } = await publishPart(connector, session, { text: "Everybody?" });
  for (let n = 0; n < 120; n += 1)
    addPost(server.world, server.join(`of${n}_${remoteId}`), {
      text: `Me, ${n}`,
      replyTo: remoteId,
    });
  server.faults.next("comments", { delayMs: 0 }, missing);
  const first = await collectAll(connector, session, null);
  const second = await collectAll(connector, session, first.cursor);
  const told = [...first.touchpoints, ...second.touchpoints].map(({ remoteId: id }) => id);
  expect(new Set(told).size).toBe(120);
});

test("comments whose pages lead in circles are not read for ever", async () => {
  const { connector, session, context } = await connected();
  const { remoteId } = await publishPart(connector, session, { text: "Round" });
  addPost(server.world, server.join(`of_${remoteId}`), { text: "Me", replyTo: remoteId });
  let reads = 0;
  const send: typeof context.http.send = async (address, request) => {
    const answer = await context.http.send(address, request);
    if (!address.includes("/comments?")) return answer;
    reads += 1;
    const paging = { cursors: { after: `p${reads % 2}` }, next: "https://next.example" };
    return { ...answer, body: Buffer.from(JSON.stringify({ data: [], paging })) };
  };
  await collectAll(connector, { ...session, http: { ...context.http, send } }, null);
  expect(reads).toBeLessThan(5);
});
