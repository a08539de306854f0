import { afterAll, beforeAll, expect, test } from "vitest";

import { askedSince, partOf, prepare, publish, signIn } from "../network-under-test.ts";
import { startInstagramServer, type InstagramServer } from "./server.ts";
import { instagramUnderTest } from "./under-test.ts";

let server: InstagramServer;
beforeAll(async () => {
  server = await startInstagramServer();
});
afterAll(() => server.stop());

const red = { mediaId: "red", alt: "" };

test("a picture without words is left to a person, and one with words is known by them and its kind", async () => {
  const network = await instagramUnderTest(server);
  const { connector } = network;
  const session = await signIn(network);
  const send = async (text: string, count: number) => {
    const part = partOf({ text, images: Array.from({ length: count }, () => red) });
    const request = await prepare(connector, session, part);
    return { part, request, ...(await publish(connector, session, request)) };
  };
  const asked = askedSince(new Date(server.world.now().getTime() - 60_000));
  const bare = await send("", 1);
  const candidates = [{ remoteId: bare.remoteId }];
  const open = { kind: "not-shown", candidates };
  expect(await connector.reconcile(session, bare.request, asked)).toMatchObject(open);
  expect(await connector.search?.(session, bare.part, asked)).toMatchObject(open);
  const single = await send("Wool", 1);
  const several = await send("Wool", 2);
  for (const { part, request, remoteId } of [single, several]) {
    const known = { kind: "published", remoteId };
    expect(await connector.reconcile(session, request, asked)).toMatchObject(known);
    expect(await connector.search?.(session, part, asked)).toMatchObject(known);
  }
});
