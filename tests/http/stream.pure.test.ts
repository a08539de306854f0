import { expect, test } from "vitest";

import { createHttpClient } from "#lib/http/client";
import type { EventStream, ServerEvent } from "#lib/kernel/ports";

import { loopbackServer } from "./loopback-server.ts";

const open = createHttpClient("127.0.0.1");

async function all(stream: EventStream): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of stream.events) events.push(event);
  return events;
}

/** Writes each text as a chunk of its own, and hangs up behind the last unless told to stay. */
function sending(texts: readonly string[], { stays = false } = {}) {
  return loopbackServer(async (_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const text of texts) {
      response.write(text);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    if (!stays) response.end();
  });
}

test("reads events, whatever the chunks they come in, and past heartbeats", async () => {
  const server = await sending([
    ":)\n\n",
    "event: notification\nda",
    'ta: {"id":"1"}\n\n:thump\n',
    "data: plain\n\n",
  ]);
  const stream = await open.stream(server.url, { headers: { authorization: "Bearer a" } });
  expect(stream.status).toBe(200);
  expect(await all(stream)).toEqual([
    { name: "notification", data: '{"id":"1"}' },
    { name: "message", data: "plain" },
  ]);
  expect(server.requests[0]?.headers).toMatchObject({
    accept: "text/event-stream",
    authorization: "Bearer a",
  });
});

test("ends quietly when it is closed", async () => {
  const server = await sending(["data: one\n\n"], { stays: true });
  const stream = await open.stream(server.url);
  for await (const event of stream.events) {
    expect(event.data).toBe("one");
    stream.close();
  }
});

test.each([
  ["one line that never ends", [`data: ${"x".repeat(3_000)}`]],
  ["many lines of one event", Array.from({ length: 30 }, () => `data: ${"x".repeat(100)}\n`)],
  ["a whole event at once", [`data: ${"x".repeat(3_000)}\n\n`]],
])("refuses an event that is too large: %s", async (_name, texts) => {
  const server = await sending(texts, { stays: true });
  const stream = await open.stream(server.url, { maxEventBytes: 2_000 });
  await expect(all(stream)).rejects.toMatchObject({ reason: "too-large" });
});

test("heartbeats do not add up", async () => {
  const server = await sending(Array.from({ length: 50 }, () => `:${"t".repeat(100)}\n\n`));
  const stream = await open.stream(server.url, { maxEventBytes: 500 });
  expect(await all(stream)).toEqual([]);
});

test("gives up on silence, and says so", async () => {
  const server = await sending(["data: one\n\n"], { stays: true });
  const stream = await open.stream(server.url, { quietMs: 200 });
  await expect(all(stream)).rejects.toMatchObject({ reason: "timeout" });
});

test("gives up on a server that never begins", async () => {
  const server = await loopbackServer(() => {});
  await expect(open.stream(server.url, { timeoutMs: 200 })).rejects.toMatchObject({
    reason: "timeout",
  });
});

test("keeps to the same guards, and follows no redirect", async () => {
  const inner = await loopbackServer((_request, response) => response.end("data: secret\n\n"));
  const outer = await loopbackServer((_request, response) => {
    response.writeHead(302, { location: inner.url }).end();
  });
  const guarded = createHttpClient(undefined);
  const failure = { reason: "private-address", sent: false };
  await expect(guarded.stream("https://127.0.0.1/")).rejects.toMatchObject(failure);
  await expect(guarded.stream("http://wool.example/")).rejects.toMatchObject({
    reason: "not-https",
  });
  await expect(guarded.stream("ftp://wool.example/")).rejects.toMatchObject({
    reason: "bad-address",
  });
  const stream = await open.stream(outer.url);
  expect(stream.status).toBe(302);
  stream.close();
  expect(inner.requests).toEqual([]);
});

test("changes a part of something with PATCH", async () => {
  const server = await loopbackServer((_request, response) => response.end("done"));
  await open.send(server.url, { method: "PATCH", body: "{}" });
  expect(server.requests[0]?.method).toBe("PATCH");
});
