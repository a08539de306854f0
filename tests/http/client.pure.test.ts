import { createServer } from "node:net";

import { expect, onTestFinished, test } from "vitest";

import { createHttpClient } from "#lib/http/client";

import { freePort } from "../support/postgres-server.ts";
import { loopbackServer } from "./loopback-server.ts";

const guarded = createHttpClient(undefined);
const open = createHttpClient("127.0.0.1");

async function fails(send: Promise<unknown>, expected: object): Promise<void> {
  await expect(send).rejects.toMatchObject(expected);
}

test.each([
  ["loopback", "https://127.0.0.1/"],
  ["a decimal number", "https://2130706433/"],
  ["an octal number", "https://0177.0.0.1/"],
  ["a hexadecimal number", "https://0x7f.1/"],
  ["a short form", "https://127.1/"],
  ["full-width digits", "https://１２７.0.0.1/"],
  ["IPv6", "https://[::1]/"],
  ["IPv4 in IPv6", "https://[::ffff:127.0.0.1]/"],
  ["the old form of it", "https://[::127.0.0.1]/"],
  ["a cloud's secrets", "https://169.254.169.254/latest/meta-data/"],
  ["the name of this machine", "https://localhost/"],
])("refuses a private address written as %s", async (_name, url) => {
  await fails(guarded.send(url), { reason: "private-address", sent: false });
});

test.each([
  ["several, one of them private", ["93.184.216.34", "10.0.0.1"]],
  ["IPv4 in IPv6", ["::ffff:10.0.0.1"]],
  ["a private one", ["192.168.1.1"]],
])("refuses a public name that resolves to %s", async (_name, addresses) => {
  const client = createHttpClient("127.0.0.1", (_host, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    ),
  );
  await fails(client.send("https://wool.example/"), {
    reason: "private-address",
    sent: false,
  });
});

test("refuses plain http to anyone the operator did not name", async () => {
  await fails(guarded.send("http://wool.example/"), {
    reason: "not-https",
    sent: false,
  });
});

test.each(["ftp://wool.example/", "file:///etc/passwd", "https://me:secret@wool.example/", "wool"])(
  "refuses %s: not a web address",
  async (address) => {
    await fails(guarded.send(address), { reason: "bad-address", sent: false });
  },
);

test("reaches a private host that the operator named, without cookies", async () => {
  const server = await loopbackServer((_request, response) => {
    response.writeHead(200, { "set-cookie": "a=b" }).end("hello");
  });
  const first = await open.send(server.url);
  await open.send(server.url);
  expect([first.status, first.body.toString()]).toEqual([200, "hello"]);
  expect(server.requests[1]?.headers.cookie).toBeUndefined();
});

test("follows a redirect of a GET, and says where it ended", async () => {
  const server = await loopbackServer((request, response) => {
    if (request.url === "/a") response.writeHead(302, { location: "/b" }).end();
    else response.end("there");
  });
  const answer = await open.send(`${server.url}/a`);
  expect([answer.body.toString(), answer.url]).toEqual(["there", `${server.url}/b`]);
});

test("checks a redirect like any other address", async () => {
  const inner = await loopbackServer((_request, response) => response.end("secret"));
  const outer = await loopbackServer((_request, response) => {
    response.writeHead(302, { location: inner.url }).end();
  });
  const client = createHttpClient(`127.0.0.1:${outer.port}`);
  await fails(client.send(outer.url), { reason: "not-https" });
  expect(inner.requests).toEqual([]);
});

test("gives up after three redirects", async () => {
  const server = await loopbackServer((request, response) => {
    response.writeHead(302, { location: `${request.url}a` }).end();
  });
  expect((await open.send(`${server.url}/a`)).status).toBe(302);
  expect(server.requests).toHaveLength(4);
});

test("does not carry a token to another host, nor a POST anywhere else", async () => {
  const inner = await loopbackServer((_request, response) => response.end("secret"));
  const outer = await loopbackServer((_request, response) => {
    response.writeHead(307, { location: inner.url }).end();
  });
  const withToken = { headers: { authorization: "Bearer secret" } };
  expect((await open.send(outer.url, withToken)).status).toBe(307);
  expect((await open.send(outer.url, { method: "POST", body: "secret" })).status).toBe(307);
  expect(inner.requests).toEqual([]);
});

test("stops reading an answer that never ends", async () => {
  const server = await loopbackServer((_request, response) => {
    const more = () => void (response.write("x".repeat(10_000)) && setImmediate(more));
    response.on("drain", more);
    more();
  });
  await fails(open.send(server.url, { maxBytes: 50_000 }), {
    reason: "too-large",
    sent: true,
  });
});

test.each([
  ["says nothing", 0],
  ["drips", 50],
])("one time limit holds for a server that %s", async (_name, everyMs) => {
  const server = await loopbackServer((_request, response) => {
    if (everyMs === 0) return;
    const dripping = setInterval(() => response.write("x"), everyMs);
    response.on("close", () => clearInterval(dripping));
  });
  const began = performance.now();
  await fails(open.send(server.url, { timeoutMs: 800 }), {
    reason: "timeout",
    sent: true,
  });
  expect(performance.now() - began).toBeLessThan(8_000);
});

test("one time limit holds over redirects too", async () => {
  const server = await loopbackServer((request, response) => {
    setTimeout(() => response.writeHead(302, { location: `${request.url}a` }).end(), 200);
  });
  await fails(open.send(`${server.url}/a`, { timeoutMs: 300 }), {
    reason: "timeout",
  });
});

test("a port where nobody listens: nothing left", async () => {
  const url = `http://127.0.0.1:${await freePort()}/`;
  await fails(open.send(url, { method: "POST", body: "x" }), {
    reason: "unreachable",
    sent: false,
  });
});

test("a name that nobody has: nothing left", async () => {
  const client = createHttpClient(undefined, (_host, _options, callback) =>
    callback(Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" }), []),
  );
  await fails(client.send("https://nobody.example/"), {
    reason: "not-found",
    sent: false,
  });
});

test("a server that hangs up after reading: something may have happened", async () => {
  const server = await loopbackServer((request) => request.socket.destroy());
  await fails(open.send(server.url, { method: "POST", body: "x" }), {
    reason: "reset",
    sent: true,
  });
});

test("an answer cut short is no answer", async () => {
  const server = await loopbackServer((request, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("half");
    setTimeout(() => request.socket.destroy(), 20);
  });
  await fails(open.send(server.url), { reason: "reset", sent: true });
});

test("every request has a connection of its own: a stale one cannot make a post doubtful", async () => {
  const ports = new Set<number | undefined>();
  const server = await loopbackServer((request, response) => {
    ports.add(request.socket.remotePort);
    response.end("hello");
  });
  for (const _ of [1, 2, 3]) await open.send(server.url, { method: "POST", body: "x" });
  expect(ports.size).toBe(3);
});

test("something that is no web server is a reset, not a crash", async () => {
  const server = createServer((socket) => socket.end("220 mail.example ESMTP\r\n"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  await fails(open.send(`http://127.0.0.1:${port}/`), {
    reason: "reset",
    sent: true,
  });
});

test("what is too large to be held goes out piece by piece, with its length said", async () => {
  const pieces = 40;
  let received = 0;
  const server = await loopbackServer((request, response) => {
    request.on("data", (chunk: Buffer) => (received += chunk.length));
    request.on("end", () => response.end("fine"));
  });
  let made = 0;
  const body = {
    byteLength: pieces * 1_000_000,
    async *pieces() {
      for (; made < pieces; made += 1) yield Buffer.alloc(1_000_000, made);
    },
  };
  const answer = await open.send(server.url, { method: "POST", body });
  expect([answer.status, received, made]).toEqual([200, 40_000_000, 40]);
  expect(server.requests[0]?.headers["content-length"]).toBe("40000000");
});

test("a stream that breaks off on our side is a failure, and no request without an end", async () => {
  const server = await loopbackServer((request, response) => {
    request.on("end", () => response.end("fine")).resume();
  });
  const body = {
    byteLength: 2_000_000,
    async *pieces() {
      yield Buffer.alloc(1_000_000);
      throw new Error("A piece is missing.");
    },
  };
  await fails(open.send(server.url, { method: "POST", body, timeoutMs: 5_000 }), { sent: true });
});
