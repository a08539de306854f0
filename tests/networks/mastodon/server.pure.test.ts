import { expect, onTestFinished, test } from "vitest";

import { startMastodonServer } from "./server.ts";

/** A server, and a token got the long way round. */
async function haveToken(scopes = "read write") {
  const server = await startMastodonServer();
  onTestFinished(() => server.stop());
  const person = server.join("Anna");
  const uri = "http://localhost/back";
  const app = await post("/api/v1/apps", { client_name: "Test", redirect_uris: uri, scopes });
  const query = { response_type: "code", client_id: app.body.client_id, redirect_uri: uri };
  const address = `${server.url}/oauth/authorize?${new URLSearchParams({ ...query, scope: scopes }).toString()}`;
  const code = new URL(await server.authorize(address, person)).searchParams.get("code");
  const { client_id, client_secret } = app.body;
  const grant = { grant_type: "authorization_code", code, redirect_uri: uri };
  const token = await post("/oauth/token", { ...grant, client_id, client_secret });

  async function call(method: string, path: string, body?: object, headers: object = {}) {
    const answer = await fetch(server.url + path, {
      method,
      headers: {
        authorization: `Bearer ${token.body.access_token}`,
        "content-type": "application/json",
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: await answer.json(), headers: answer.headers };
  }
  async function post(path: string, body: object) {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(server.url + path, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  }
  return { server, person, call, post };
}

test.each<[string, object, number, string]>([
  ["nothing", {}, 422, "Validation failed: Text can't be blank"],
  ["a field that is misspelt", { staus: "Hello" }, 422, "Unknown fields: staus"],
  [
    "too long a text",
    { status: "x".repeat(501) },
    422,
    "Validation failed: Text character limit of 500 exceeded",
  ],
  [
    "a warning too many",
    { status: "x".repeat(490), spoiler_text: "y".repeat(11) },
    422,
    "Validation failed: Text character limit of 500 exceeded",
  ],
  [
    "an odd circle",
    { status: "a", visibility: "everyone" },
    422,
    "Validation failed: Visibility is not included in the list",
  ],
  [
    "a language with a region",
    { status: "a", language: "nl-NL" },
    422,
    "Validation failed: Language is invalid",
  ],
  [
    "a parent that is not there",
    { status: "a", in_reply_to_id: "1" },
    404,
    "The post you are trying to reply to does not appear to exist.",
  ],
  [
    "a picture that is not there",
    { status: "a", media_ids: ["1"] },
    422,
    "Validation failed: Media 1 not found or already attached to another post",
  ],
  [
    "a poll of one",
    { status: "a", poll: { options: ["a"], expires_in: 600 } },
    422,
    "Validation failed: Options must be more than one item",
  ],
  [
    "a poll of twins",
    { status: "a", poll: { options: ["a", "a"], expires_in: 600 } },
    422,
    "Validation failed: Options can't contain duplicate items",
  ],
  [
    "a short poll",
    { status: "a", poll: { options: ["a", "b"], expires_in: 299 } },
    422,
    "Validation failed: Expires at is too soon",
  ],
])("refuses a post with %s", async (_name, body, status, error) => {
  const { call } = await haveToken();
  expect(await call("POST", "/api/v1/statuses", body)).toMatchObject({ status, body: { error } });
});

test("counts links as 23 and people by their short names", async () => {
  const { call } = await haveToken();
  const link = `https://wool.example/${"x".repeat(400)}`;
  const status = `${link} @bram@${"a".repeat(60)}.example ${"y".repeat(470)}`;
  expect((await call("POST", "/api/v1/statuses", { status })).status).toBe(200);
  expect((await call("POST", "/api/v1/statuses", { status: `${status}y` })).status).toBe(422);
});

test("tells of limits in headers, and of none left with 429", async () => {
  const { server, call } = await haveToken();
  server.limits.budgets.posting = { most: 2, ms: 60_000 };
  const headers = (await call("POST", "/api/v1/statuses", { status: "a" })).headers;
  expect(headers.get("x-ratelimit-limit")).toBe("2");
  expect(headers.get("x-ratelimit-remaining")).toBe("1");
  expect(headers.get("x-ratelimit-reset")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  await call("POST", "/api/v1/statuses", { status: "b" });
  expect(await call("POST", "/api/v1/statuses", { status: "c" })).toMatchObject({
    status: 429,
    body: { error: "Too many requests" },
  });
  expect((await call("GET", "/api/v1/notifications")).status).toBe(200);
});

test("pages with links, down from the newest and up from an id", async () => {
  const { person, call } = await haveToken();
  const ids = Array.from({ length: 45 }, (_nothing, index) => person.post(`${index}`).id);
  const path = `/api/v1/accounts/${person.person.id}/statuses`;
  const idsOf = async (query: string) => {
    const answer = await call("GET", `${path}?${query}`);
    const found: string[] = answer.body.map(({ id }: { id: string }) => id);
    return { found, link: answer.headers.get("link") ?? "" };
  };
  const newest = await idsOf("limit=40");
  expect(newest.found).toEqual(ids.slice(5).toReversed());
  expect(newest.link).toContain(`max_id=${ids[5]}>; rel="next"`);
  expect(newest.link).toContain(`min_id=${ids[44]}>; rel="prev"`);
  expect((await idsOf(`limit=40&max_id=${ids[5]}`)).found).toEqual(ids.slice(0, 5).toReversed());
  expect((await idsOf(`limit=3&min_id=${ids[9]}`)).found).toEqual(ids.slice(10, 13).toReversed());
  expect((await idsOf(`limit=3&since_id=${ids[9]}`)).found).toEqual(ids.slice(42).toReversed());
  expect((await idsOf("limit=400")).found).toHaveLength(40);
});

test("a token does what it was made for, and nothing once it was taken back", async () => {
  const { call, server } = await haveToken("read:statuses");
  const outside = { status: 403, body: { error: "This action is outside the authorized scopes" } };
  expect(await call("POST", "/api/v1/statuses", { status: "a" })).toMatchObject(outside);
  expect(await call("GET", "/api/v1/notifications")).toMatchObject(outside);
  for (const token of server.world.tokens.values()) token.isRevoked = true;
  expect(await call("GET", "/api/v1/notifications")).toMatchObject({
    status: 401,
    body: { error: "The access token was revoked" },
  });
  const headers = { authorization: "Bearer nonsense" };
  expect(await call("GET", "/api/v1/notifications", undefined, headers)).toMatchObject({
    status: 401,
    body: { error: "The access token is invalid" },
  });
});

test("sends nobody to an address that the app did not register", async () => {
  const { server } = await haveToken();
  const [app] = server.world.apps;
  const query = { response_type: "code", client_id: app?.clientId ?? "", scope: "read" };
  const params = new URLSearchParams({ ...query, redirect_uri: "https://evil.example" });
  expect((await fetch(`${server.url}/oauth/authorize?${params.toString()}`)).status).toBe(400);
});

test("the people of the playground can post, answer, favourite and follow with buttons alone", async () => {
  const { server, person } = await haveToken();
  const bram = server.join("Bram", "elsewhere.example");
  const press = (fields: Record<string, string>) =>
    fetch(`${server.url}/playground`, {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  const post = person.post("Hello <b>");
  const as = bram.person.id;
  await press({ as, act: "reply", status: post.id, text: "Lovely" });
  await press({ as, act: "favourite", status: post.id });
  await press({ as, act: "follow", text: person.handle });
  expect(person.notifications().map(({ type }) => type)).toEqual([
    "mention",
    "favourite",
    "follow",
  ]);
  const page = await (await fetch(server.url)).text();
  expect(page).toContain("Hello &lt;b&gt;");
  expect(page).toContain("Lovely");
});
