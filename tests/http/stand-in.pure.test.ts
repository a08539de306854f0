import { expect, test } from "vitest";

import { openDoor } from "#lib/http/door";
import { guardedFetch } from "#lib/http/guarded-fetch";
import { withStandIns } from "#lib/http/stand-in";
import { HttpFailure } from "#lib/kernel/ports";

import { loopbackServer } from "./loopback-server.ts";

test("what is meant for one server goes to the one that stands in, and nothing else does", async () => {
  const server = await loopbackServer((request, response) => response.end(request.url));
  const door = withStandIns(openDoor("127.0.0.1"), `https://its.example=${server.url}`);
  const answer = await door.send("https://its.example/a/b?c=d");
  expect(answer.body.toString()).toBe("/a/b?c=d");
  // Whoever asked does not notice.
  expect(answer.url).toBe("https://its.example/a/b?c=d");
  await expect(door.send("http://its.example/")).rejects.toThrow(HttpFailure);
});

test("standing in does not open the way into a private network", async () => {
  const server = await loopbackServer((_request, response) => response.end("secret"));
  const door = withStandIns(openDoor(undefined), `https://its.example=${server.url}`);
  await expect(door.send("https://its.example/")).rejects.toMatchObject({ reason: "not-https" });
});

test("the door as fetch: sends method, headers and body, reads status, headers and body", async () => {
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
  const fetch = guardedFetch(openDoor("127.0.0.1"));
  const init = { method: "POST", headers: { "x-say": "hello" }, body: "a body" };
  const answer = await fetch(new URL(server.url), init);
  expect([answer.status, answer.headers.get("x-said"), await answer.text()]).toEqual([
    418,
    "hello",
    "POST a body",
  ]);
});

test("the door as fetch follows a redirect only where that was asked", async () => {
  const server = await loopbackServer((request, response) => {
    if (request.url === "/there") return response.end("there");
    return response.writeHead(302, { location: "/there" }).end();
  });
  const fetch = guardedFetch(openDoor("127.0.0.1"));
  expect(await (await fetch(`${server.url}/here`)).text()).toBe("there");
  for (const redirect of ["error", "manual"] as const)
    await expect(fetch(`${server.url}/here`, { redirect })).rejects.toThrow("somewhere else");
});

test("the door as fetch fails as the door does", async () => {
  await expect(guardedFetch(openDoor(undefined))("https://127.0.0.1/")).rejects.toThrow(
    HttpFailure,
  );
});
