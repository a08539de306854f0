import { afterAll, beforeAll, expect, test } from "vitest";

import { startLinkedIn, type LinkedInServer } from "./server.ts";
import { addPost, pageUrn } from "./world.ts";

/** The stand-in is as strict as LinkedIn: each of these is refused there, too. */
let server: LinkedInServer | undefined;
beforeAll(async () => {
  server = await startLinkedIn({ now: () => new Date("2026-11-30T12:00:00Z") });
});
afterAll(() => server?.stop());

function running(): LinkedInServer {
  if (!server) throw new Error("Not started.");
  return server;
}

async function tokenFor(scope: string): Promise<string> {
  const { app, oauth, owner } = running();
  const [redirect = ""] = app.callbacks;
  const query = new URLSearchParams({ redirect_uri: redirect, scope, state: "s" });
  const code = new URL(oauth.allow(query, owner.id)).searchParams.get("code") ?? "";
  const { clientId, clientSecret } = app;
  const form = { grant_type: "authorization_code", code, redirect_uri: redirect };
  const answer = oauth.token(
    new URLSearchParams({ ...form, client_id: clientId, client_secret: clientSecret }),
  );
  return String(answer["access_token"]);
}

const usual = {
  "linkedin-version": "202608",
  "x-restli-protocol-version": "2.0.0",
  "content-type": "application/json",
};

async function ask(
  path: string,
  {
    method = "GET",
    headers = {},
    body,
    scope = "w_organization_social r_organization_social rw_organization_admin",
  }: {
    method?: string;
    headers?: Record<string, string>;
    body?: object;
    scope?: string;
  } = {},
) {
  const authorization = `Bearer ${await tokenFor(scope)}`;
  const all = Object.entries({ ...usual, authorization, ...headers }).filter(([, value]) => value);
  const answer = await fetch(running().url + path, {
    method,
    headers: all.map(([name, value]): [string, string] => [name, value]),
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: text === "" ? {} : JSON.parse(text),
    headers: answer.headers,
  };
}

const post = () => ({
  author: pageUrn(running().page),
  commentary: "Hello",
  visibility: "PUBLIC",
  distribution: {
    feedDistribution: "MAIN_FEED",
    targetEntities: [],
    thirdPartyDistributionChannels: [],
  },
  lifecycleState: "PUBLISHED",
  isReshareDisabledByAuthor: false,
});

test.each([
  ["no version", { "linkedin-version": "" }, 400, "VERSION_MISSING"],
  ["a version that has ended", { "linkedin-version": "202511" }, 426, "NONEXISTENT_VERSION"],
  ["one that is to come", { "linkedin-version": "202701" }, 426, "NONEXISTENT_VERSION"],
  ["no protocol", { "x-restli-protocol-version": "" }, 400, "PROTOCOL"],
  ["a form", { "content-type": "text/plain" }, 400, "CONTENT_TYPE"],
])("%s is refused", async (_name, headers, status, code) => {
  const answer = await ask("/rest/posts", { method: "POST", headers, body: post() });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test("an unknown field is refused, and what is taken has an id in a header and no body", async () => {
  const body = { ...post(), surprise: true };
  expect((await ask("/rest/posts", { method: "POST", body })).status).toBe(400);
  const taken = await ask("/rest/posts", { method: "POST", body: post() });
  expect([taken.status, taken.body]).toEqual([201, {}]);
  expect(taken.headers.get("x-restli-id")).toMatch(/^urn:li:share:\d+$/);
  expect((await ask("/rest/posts", { method: "POST", body: post() })).body).toMatchObject({
    status: 422,
    message: expect.stringContaining(taken.headers.get("x-restli-id") ?? "none"),
  });
});

test("a member's token may not ask for pictures, nor for what anybody posted", async () => {
  const scope = "w_member_social";
  const image = await ask("/rest/images/urn%3Ali%3Aimage%3AC4E", { scope });
  const author = encodeURIComponent(pageUrn(running().page));
  const headers = { "x-restli-method": "FINDER" };
  const list = await ask(`/rest/posts?q=author&author=${author}`, { scope, headers });
  expect([image.status, list.status]).toEqual([403, 403]);
});

test.each([
  "/rest/posts?q=author&author=urn:li:organization:1",
  "/rest/socialActions/urn%3Ali%3Acomment%3A(urn%3Ali%3Aactivity%3A1,2)/comments",
  "/rest/organizationalEntityNotifications?q=criteria&actions=List%28LIKE%29",
])("%s is written as LinkedIn does not take it", async (path) => {
  const answer = await ask(path, { headers: { "x-restli-method": "FINDER" } });
  expect([answer.status, answer.body.code]).toEqual([400, "ILLEGAL_ARGUMENT"]);
});

test("a member's day ends at midnight, and no header tells of it", async () => {
  const { limits, world, page } = running();
  addPost(world, { author: pageUrn(page), commentary: "One" });
  limits["list-posts"] = 1;
  const author = encodeURIComponent(pageUrn(page));
  const list = () =>
    ask(`/rest/posts?q=author&author=${author}`, { headers: { "x-restli-method": "FINDER" } });
  await list();
  const over = await list();
  expect([over.status, over.body.serviceErrorCode]).toEqual([429, 101]);
  expect([...over.headers.keys()].filter((name) => /limit|retry/.test(name))).toEqual([]);
});
