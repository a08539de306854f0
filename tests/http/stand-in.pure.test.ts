import { expect, test } from "vitest";

import { createHttpClient } from "#lib/http/client";
import { guardedFetch } from "#lib/http/guarded-fetch";
import { withStandIns } from "#lib/http/stand-in";
import { HttpFailure } from "#lib/kernel/ports";

import { loopbackServer } from "./loopback-server.ts";

test("what is meant for one server goes to the one that stands in, and nothing else does", async () => {
  const server = await loopbackServer((request, response) => response.end(request.url));
  const client = withStandIns(createHttpClient("127.0.0.1"), `https://its.example=${server.url}`);
  const answer = await client.send("https://its.example/a/b?c=d");
  expect(answer.body.toString()).toBe("/a/b?c=d");
  // Whoever asked does not notice.
  expect(answer.url).toBe("https://its.example/a/b?c=d");
  await expect(client.send("http://its.example/")).rejects.toThrow(HttpFailure);
});

test("standing in does not open the way into a private network", async () => {
  const server = await loopbackServer((_request, response) => response.end("secret"));
  const client = withStandIns(createHttpClient(undefined), `https://its.example=${server.url}`);
  await expect(client.send("https://its.example/")).rejects.toMatchObject({ reason: "not-https" });
});

test("the client as fetch: sends method, headers and body, reads status, headers and body", async () => {
  const server = await loopbackServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      response.writeHead(418, {
        "x-said": request.headers["x-say"] ?? "",
        "content-type": "text/plain",
      });
      response.end(`${request.method} ${Buffer.concat(chunks).toString()}`);
    });
  });
  const fetch = guardedFetch(createHttpClient("127.0.0.1"));
  const init = { method: "POST", headers: { "x-say": "hello" }, body: "a body" };
  const answer = await fetch(new URL(server.url), init);
  expect([answer.status, answer.headers.get("x-said"), await answer.text()]).toEqual([
    418,
    "hello",
    "POST a body",
  ]);
});

test("the client as fetch follows a redirect only where that was asked", async () => {
  const server = await loopbackServer((request, response) => {
    if (request.url === "/there") return response.end("there");
    return response.writeHead(302, { location: "/there" }).end();
  });
  const fetch = guardedFetch(createHttpClient("127.0.0.1"));
  expect(await (await fetch(`${server.url}/here`)).text()).toBe("there");
  for (const redirect of ["error", "manual"] as const)
    await expect(fetch(`${server.url}/here`, { redirect })).rejects.toThrow("somewhere else");
});

test("the client as fetch fails as the client does", async () => {
  await expect(guardedFetch(createHttpClient(undefined))("https://127.0.0.1/")).rejects.toThrow(
    HttpFailure,
  );
});
