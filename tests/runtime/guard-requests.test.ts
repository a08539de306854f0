import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

import { describe, expect, onTestFinished, test } from "vitest";

import { readEnvironment } from "#lib/runtime/environment";
import { guardRequests } from "#lib/runtime/guard-requests";
import { startSession } from "#lib/workspaces/session";

import { haveOwner } from "../support/have-owner.ts";

const home = "https://shout.example.org";

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly bytes?: number;
}

/** The guard in front of a page that answers what it was given; `send` is what a proxy, or a browser, sends. */
async function haveGuard(variables: Record<string, string> = { PUBLIC_URL: home }) {
  const ctx = await haveOwner();
  const pages = async (incoming: AsyncIterable<Buffer> & { headers: object }, outgoing: Answer) => {
    let length = 0;
    for await (const chunk of incoming) length += chunk.length;
    outgoing.end(JSON.stringify({ ...incoming.headers, length }));
  };
  const guard = guardRequests(pages as never, readEnvironment(variables), ctx, false);
  const server = createServer((incoming, outgoing) => void guard(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { port, ctx, send: (sent: Sent) => send(port, sent) };
}

interface Answer {
  readonly end: (text: string) => void;
}

function send(port: number, { method = "POST", path = "/sign-in", headers = {}, bytes = 0 }: Sent) {
  return new Promise<{ status: number; text: string; seen: Record<string, string | number> }>(
    (resolve, reject) => {
      const outgoing = request({ port, host: "127.0.0.1", agent: false, method, path, headers });
      outgoing.on("error", reject).on("response", async (response) => {
        let text = "";
        for await (const part of response) text += String(part);
        const status = response.statusCode ?? 0;
        resolve({ status, text, seen: status === 200 ? JSON.parse(text) : {} });
      });
      outgoing.end(Buffer.alloc(bytes, "x"));
    },
  );
}

describe("a form of the right address arrives, whatever the proxy passes", () => {
  test.each([
    ["nginx as it comes", { host: "127.0.0.1:3000" }],
    ["nginx with an upstream's name", { host: "shoutloop" }],
    [
      "nginx with the host and a port",
      { host: "127.0.0.1:3000", "x-forwarded-host": "shout.example.org:443" },
    ],
    [
      "Caddy",
      {
        host: "shout.example.org",
        "x-forwarded-for": "203.0.113.9",
        "x-forwarded-host": "shout.example.org",
        "x-forwarded-proto": "https",
      },
    ],
    [
      "Traefik",
      {
        host: "shout.example.org",
        "x-forwarded-for": "203.0.113.9",
        "x-forwarded-host": "shout.example.org",
        "x-forwarded-port": "443",
        "x-forwarded-proto": "https",
        "x-forwarded-server": "7c2f1d",
        "x-real-ip": "203.0.113.9",
      },
    ],
  ])("%s", async (_proxy, headers) => {
    const { send } = await haveGuard();
    const { status, seen } = await send({ headers: { ...headers, origin: home }, bytes: 100 });
    expect(status).toBe(200);
    expect(seen).toMatchObject({ host: "shout.example.org", origin: home, length: 100 });
    // What a visitor could have said as well is passed on to no page.
    expect(Object.keys(seen).filter((name) => name.startsWith("x-forwarded-"))).toEqual([]);
    const address = "x-forwarded-for" in headers ? "203.0.113.9" : "127.0.0.1";
    expect(seen["x-shoutloop-client"]).toBe(address);
  });
});

test("a page opened at another address of ours is let through, to be told the right one", async () => {
  const { send } = await haveGuard();
  const headers = { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" };
  expect((await send({ headers })).seen).toMatchObject(headers);
});

test.each([
  [421, { host: "rebind.example" }, "GET"],
  [421, { host: "rebind.example", origin: "http://rebind.example" }, "POST"],
  [421, { host: "rebind.example", "x-forwarded-host": "shout.example.org" }, "GET"],
  [403, { host: "shout.example.org", origin: "https://evil.example" }, "POST"],
  [403, { host: "shoutloop", origin: "http://other" }, "POST"],
  [403, { host: "shout.example.org", origin: "null" }, "DELETE"],
])("%i for %j", async (expected, headers, method) => {
  const { send } = await haveGuard();
  const { status, text } = await send({ headers, method });
  expect(status).toBe(expected);
  if (expected === 421) expect(text).toContain(`Open ${home}`);
});

test("before set-up, too, only this machine's own names are answered", async () => {
  const { send } = await haveGuard({});
  expect((await send({ method: "GET", headers: { host: "rebind.example" } })).status).toBe(421);
  expect((await send({ method: "GET", headers: { host: "localhost:3000" } })).status).toBe(200);
  expect(
    (await send({ method: "GET", path: "/a%00b", headers: { host: "localhost" } })).status,
  ).toBe(400);
});

test("who is signed out sends a small form and no more; a route is told nothing at all", async () => {
  const { send } = await haveGuard({});
  const headers = { host: "localhost" };
  expect((await send({ headers, bytes: 30_000 })).seen["length"]).toBe(30_000);
  expect((await send({ headers, bytes: 40_000 })).status).toBe(413);
  const route = { path: "/api/link-preview/ada", headers, bytes: 40_000 };
  expect((await send(route)).seen).toMatchObject({ length: 0 });
});

test("a network sends what it reports without being signed in, and not too much of it", async () => {
  const { send } = await haveGuard();
  const report = { path: "/api/webhooks/meta", headers: { host: "shout.example.org" } };
  expect((await send({ ...report, bytes: 2_500_000 })).seen["length"]).toBe(2_500_000);
  expect((await send({ ...report, bytes: 3_100_000 })).status).toBe(413);
  const below = { ...report, path: "/api/webhooks/meta/more" };
  expect((await send({ ...below, bytes: 100 })).seen).toMatchObject({ length: 0 });
});

test("who is signed in sends a list or an image, each within its limit", async () => {
  const { send, ctx } = await haveGuard({});
  const cookie = `shoutloop-session=${await startSession(ctx, ctx.actor.id)}`;
  const headers = { host: "localhost:3000", origin: "http://localhost:3000", cookie };
  expect((await send({ headers, bytes: 2_500_000 })).seen["length"]).toBe(2_500_000);
  expect((await send({ headers, bytes: 3_500_000 })).status).toBe(413);
  const upload = { path: "/api/media/ada", headers };
  expect((await send({ ...upload, bytes: 15_000_000 })).seen["length"]).toBe(15_000_000);
  const question = { path: "/api/link-preview/ada", headers };
  expect((await send({ ...question, bytes: 100_000 })).status).toBe(413);
});
