import { text as readText } from "node:stream/consumers";

import { expect, test } from "vitest";

import { connectorContext } from "#lib/accounts/connector-context";
import { createHttpClient } from "#lib/http/client";
import { bluesky } from "#lib/networks/bluesky/connector";
import { serverAddress } from "#lib/networks/bluesky/server-address";
import { handleIn } from "#lib/networks/bluesky/typed-handle";

import { loopbackServer } from "../../http/loopback-server.ts";
import { testContext } from "../../support/context.ts";

const session = {
  did: "did:plc:wool",
  handle: "wool.test",
  accessJwt: "access",
  refreshJwt: "refresh",
};

/** A server that answers `createSession` like this, what is in `others` by its name, and everything else with 404. */
async function connectTo(
  status: number,
  body: object,
  over: Record<string, string> = {},
  others: Record<string, readonly [status: number, body: object]> = {},
) {
  const identifiers: unknown[] = [];
  const server = await loopbackServer(async (request, response) => {
    const said = await readText(request);
    if (said) identifiers.push(JSON.parse(said).identifier);
    const name = /^\/xrpc\/([^?]+)/.exec(request.url ?? "")?.[1] ?? "";
    const known = { "com.atproto.server.createSession": [status, body] as const, ...others };
    const [code, answer] = known[name as keyof typeof known] ?? [404, { error: "NotFound" }];
    response.writeHead(code, { "content-type": "application/json" });
    response.end(JSON.stringify(answer));
  });
  const ctx = await testContext();
  const http = createHttpClient(`127.0.0.1:${server.port}`);
  const context = connectorContext({ ...ctx, http }, ctx.workspaceId, "bluesky");
  const answers = { pds: server.url, identifier: "wool.test", appPassword: "a-b-c-d", ...over };
  return { outcome: await bluesky.connect(context, answers), server, identifiers };
}

test.each([
  [401, { error: "AuthenticationRequired" }, "wrong-credentials", "appPassword"],
  [401, { error: "AuthFactorTokenRequired" }, "second-factor-needed", "appPassword"],
  [401, { error: "AccountTakedown" }, "suspended", "identifier"],
  [429, { error: "RateLimitExceeded" }, "too-many-attempts", "identifier"],
  [500, { error: "InternalServerError" }, "unreachable", "pds"],
  [404, { message: "Not found" }, "not-this-network", "pds"],
  [200, { hello: "world" }, "not-this-network", "pds"],
  [200, { ...session, active: false, status: "deactivated" }, "suspended", "identifier"],
])("HTTP %i %j is refused as %s", async (status, body, code, field) => {
  const { outcome } = await connectTo(status, body);
  expect(outcome).toMatchObject({ kind: "refused", code, field });
});

test("a home inside somebody's network is not entered, whoever names it", async () => {
  const service = [{ id: "#atproto_pds", serviceEndpoint: "https://169.254.169.254" }];
  const { outcome } = await connectTo(200, { ...session, didDoc: { service } });
  expect(outcome).toMatchObject({ kind: "refused", code: "unreachable", field: "pds" });
});

test("without a profile and without a word on its home, an account connects where it signed in", async () => {
  const { outcome, server } = await connectTo(200, session);
  expect(outcome).toMatchObject({
    kind: "connected",
    displayName: "wool.test",
    origin: server.url,
  });
});

test("an answer left empty is not sent anywhere", async () => {
  const { outcome, server } = await connectTo(200, session, { identifier: " @ " });
  expect(outcome).toMatchObject({ kind: "refused", field: "identifier" });
  expect(server.requests).toEqual([]);
});

test.each([
  ["noorderwol", "noorderwol.wool.test"],
  ["@noorderwol ", "noorderwol.wool.test"],
  ["https://bsky.app/profile/noorderwol.wool.test", "noorderwol.wool.test"],
  ["bsky.app/profile/noorderwol.wool.test/post/3k", "noorderwol.wool.test"],
  ["at://noorderwol.wool.test", "noorderwol.wool.test"],
  ["https://noorderwol.wool.test", "noorderwol.wool.test"],
  ["https://bsky.app/profile/noorderwol%2Ewool.test?x=1", "noorderwol.wool.test"],
  ["＠noorderwol.wool.test.", "noorderwol.wool.test"],
  ["<@noorderwol>", "noorderwol.wool.test"],
  ["shop@wool.test", "shop@wool.test"],
  ["did:plc:wool", "did:plc:wool"],
])("the handle %j is signed in with as %s", async (identifier, expected) => {
  const domains = { availableUserDomains: [".wool.test", ".other.test"] };
  const { identifiers } = await connectTo(
    200,
    session,
    { identifier },
    {
      "com.atproto.server.describeServer": [200, domains],
    },
  );
  expect(identifiers).toEqual([expected]);
});

test("a handle that nobody has is named, and not the password", async () => {
  const unresolved = { error: "InvalidRequest", message: "Unable to resolve handle" };
  const refused = { error: "AuthenticationRequired", message: "Invalid identifier or password" };
  const { outcome } = await connectTo(
    401,
    refused,
    {},
    {
      "com.atproto.identity.resolveHandle": [400, unresolved],
    },
  );
  expect(outcome).toMatchObject({
    code: "unknown-handle",
    field: "identifier",
    detail: "wool.test",
  });
});

test("a handle that cannot be confirmed is none to show", async () => {
  const { outcome } = await connectTo(200, { ...session, handle: "handle.invalid" });
  expect(outcome).toMatchObject({ kind: "connected", handle: session.did });
});

test.each([
  ["@anna@bsky.social", "anna.bsky.social"],
  ["anna@mail.example", "anna@mail.example"],
])("a handle after the manner of other networks, %j, is %s", (typed, expected) => {
  expect(handleIn(typed, ".bsky.social")).toBe(expected);
});

test.each([
  ["", "https://bsky.social"],
  ["bsky.app", "https://bsky.social"],
  ["https://bsky.app/profile/anna.bsky.social", "https://bsky.social"],
  ["PDS.example.", "https://pds.example"],
  ["http://localhost:2583/", "http://localhost:2583"],
  ["https://me:secret@pds.example", undefined],
])("the server %j is %s", (typed, expected) => {
  expect(serverAddress(typed)).toBe(expected);
});
