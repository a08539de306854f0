import { expect, test } from "vitest";

import { checkAccount } from "#lib/accounts/check-account";
import { findAccount } from "#lib/accounts/repository";
import { verifyTokenOf, webhookAddress } from "#lib/accounts/webhook-address";
import { findWebhookLine } from "#lib/accounts/webhook-repository";
import { collectAccount } from "#lib/engagement/collect-account";
import { collectDue } from "#lib/engagement/collect-due";
import { runEventHandlers } from "#lib/event-handlers";
import { publishDue } from "#lib/publisher/publish-due";
import { challengeResponse, webhookResponse } from "#lib/transports/webhook-response";

import { haveFacebook, signInToFacebook } from "../networks/facebook/have-facebook.ts";
import { addComment } from "../networks/facebook/world.ts";
import { graphMessage } from "../networks/stand-in/webhooks.ts";
import { onlyPartOf, touchpointsOf, valueOf } from "../networks/whole-loop.ts";
import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { haveScheduled } from "../support/have-post.ts";

const home = "https://shoutloop.example";

/** A page with a post that is out, nothing due, and the app's address set up as the form in the developer's app does. */
async function started({ isSetUp = true } = {}) {
  const ctx = await haveWorkspace({ publicAddress: home });
  const server = await haveFacebook(ctx);
  const account = await signInToFacebook(ctx, server);
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Wool"] });
  await publishDue(ctx, "worker-1");
  await runEventHandlers(ctx);
  await collectDue(ctx);
  const post = (await onlyPartOf(ctx, postId)).remoteId ?? "";
  ctx.clock.pass({ hours: 2 });
  await collectDue(ctx);
  ctx.clock.pass({ seconds: 10 });
  if (isSetUp) expect(await setUp(ctx, server)).toBeUndefined();
  return { ctx, server, account, post };
}

function setUp(ctx: TestContext, { webhooks }: Awaited<ReturnType<typeof haveFacebook>>) {
  const address = webhookAddress(home, "meta");
  return webhooks.setUp(address, verifyTokenOf(ctx, "meta"), (request) => deliver(ctx, request));
}

/** As the route does. */
function deliver(ctx: TestContext, request: Request): Promise<Response> {
  const answer = request.method === "POST" ? webhookResponse : challengeResponse;
  return answer(ctx, "meta", request);
}

async function codes(ctx: TestContext, accountId: string): Promise<string[]> {
  const { findings } = valueOf(await checkAccount(ctx, { accountId }));
  return findings.flatMap(({ code }) => (code.startsWith("webhooks") ? [code] : []));
}

test("a comment that is reported is read at once, and once, whatever is sent again, late or in another order", async () => {
  const { ctx, server, account, post } = await started();
  const { webhooks, page } = server;
  expect(webhooks.subscriptions.get(page.id)).toEqual(["feed", "mention", "ratings"]);
  const first = addComment(server.world, server.join("Anna de Vries"), post, "Lovely wool");
  const second = addComment(server.world, server.join("Bram Bakker"), post, "I want one");
  const told = (id: string) =>
    graphMessage("page", page.id, "feed", { item: "comment", verb: "add", comment_id: id });
  expect(await collectDue(ctx)).toBe(0);

  expect(await webhooks.send(told(second.id))).toBe(200);
  // From the answer on it is due in the database: whichever process lives then reads it.
  expect(await findAccount(ctx.db, ctx.workspaceId, account.id)).toMatchObject({
    lastReportedAt: ctx.clock.now(),
    nextCollectAt: ctx.clock.now(),
  });
  expect(await collectDue(ctx)).toBe(1);
  expect((await touchpointsOf(ctx)).map(({ who }) => who).toSorted()).toEqual([
    "Anna de Vries",
    "Bram Bakker",
  ]);
  for (const { id } of [second, first, first]) await webhooks.send(told(id));
  ctx.clock.pass({ minutes: 31 });
  await collectDue(ctx);
  expect(await collectAccount(ctx, account.id)).toMatchObject({ count: 0 });
  expect(await touchpointsOf(ctx)).toHaveLength(2);
  expect(server.complaints).toEqual([]);
});

test("a false signature, none, other bytes and a wrong token are refused and change nothing", async () => {
  const { ctx, server, account } = await started();
  const { webhooks, page } = server;
  const before = await findAccount(ctx.db, ctx.workspaceId, account.id);
  const message = graphMessage("page", page.id, "feed", {});
  expect(await webhooks.send(message, "another app's secret")).toBe(403);
  const address = webhookAddress(home, "meta");
  for (const headers of [
    {},
    { "x-hub-signature-256": "sha256=" },
    { "x-hub-signature-256": `sha256=${"0".repeat(64)}` },
    { "x-hub-signature": `sha1=${"0".repeat(40)}` },
  ]) {
    const request = new Request(address, { method: "POST", headers, body: "{}" });
    expect((await deliver(ctx, request)).status).toBe(403);
  }
  const asked = (query: string) => deliver(ctx, new Request(`${address}?${query}`));
  const challenge = "hub.mode=subscribe&hub.challenge=1";
  expect((await asked(`${challenge}&hub.verify_token=wrong`)).status).toBe(403);
  expect((await asked(challenge)).status).toBe(403);
  const token = verifyTokenOf(ctx, "meta");
  const script = `hub.mode=subscribe&hub.challenge=<script>&hub.verify_token=${token}`;
  expect((await asked(script)).status).toBe(403);
  const other = new Request(`${home}/api/webhooks/nobody`, { method: "POST", body: "{}" });
  expect((await webhookResponse(ctx, "nobody", other)).status).toBe(404);
  expect(await findAccount(ctx.db, ctx.workspaceId, account.id)).toEqual(before);
  expect(await codes(ctx, account.id)).toEqual(["webhooks-refused", "webhooks-wait"]);
});

test("as many entries as a body holds make one look; what is nothing of ours is counted", async () => {
  const { ctx, server, account } = await started();
  const { webhooks, page } = server;
  const entry = `{"id":"${page.id}","changes":[{"field":"feed"}]}`;
  const strangers = '{"id":"1","changes":[{"field":"feed"}]}';
  const entries = [...Array<string>(50_000).fill(entry), strangers].join(",");
  expect(await webhooks.send(`{"object":"page","entry":[${entries}]}`)).toBe(200);
  expect(await webhooks.send(graphMessage("page", page.id, "live_videos", {}, {}))).toBe(200);
  expect(await webhooks.send({ object: "permissions", entry: [] })).toBe(200);
  expect(await webhooks.send("not JSON")).toBe(400);
  const line = await findWebhookLine(ctx.db, "meta");
  expect(line).toMatchObject({ arrived: 3, ignored: 4, lastIgnored: "object" });
  const before = server.requests.length;
  expect(await collectDue(ctx)).toBe(1);
  expect(server.requests.length - before).toBeLessThan(10);
  // However many come, an account is left alone for some seconds after each look.
  ctx.clock.pass({ seconds: 1 });
  await webhooks.send(graphMessage("page", page.id, "feed", {}));
  expect(await collectDue(ctx)).toBe(0);
  ctx.clock.pass({ seconds: 4 });
  expect(await collectDue(ctx)).toBe(1);
  expect(await codes(ctx, account.id)).toEqual(["webhooks-work"]);
});

test("the check says how to set reports up, that they are awaited, that they work, and that they are silent", async () => {
  const { ctx, server, account, post } = await started({ isSetUp: false });
  const { findings } = valueOf(await checkAccount(ctx, { accountId: account.id }));
  expect(findings.find(({ code }) => code === "webhooks-never")?.values).toMatchObject({
    address: "https://shoutloop.example/api/webhooks/meta",
    verifyToken: verifyTokenOf(ctx, "meta"),
    fields: "feed, mention, ratings",
  });
  expect(await setUp(ctx, server)).toBeUndefined();
  expect(await codes(ctx, account.id)).toEqual(["webhooks-wait"]);
  await server.webhooks.send(graphMessage("page", server.page.id, "feed", {}));
  await collectDue(ctx);
  expect(await codes(ctx, account.id)).toEqual(["webhooks-work"]);
  ctx.clock.pass({ hours: 3 });
  addComment(server.world, server.join("Anna"), post, "Lovely");
  await collectDue(ctx);
  expect(await codes(ctx, account.id)).toEqual(["webhooks-silent"]);
  const inside = { ...ctx, publicAddress: undefined };
  expect(await codes(inside, account.id)).toEqual(["webhooks-unreachable"]);
});

test("a page that may not be subscribed says so, and is read all the same", async () => {
  const ctx = await haveWorkspace({ publicAddress: home });
  const server = await haveFacebook(ctx);
  server.oauth.declined.add("pages_manage_metadata");
  const account = await signInToFacebook(ctx, server);
  await runEventHandlers(ctx);
  await setUp(ctx, server);
  expect(server.webhooks.subscriptions.size).toBe(0);
  expect(await codes(ctx, account.id)).toEqual(["webhooks-not-subscribed", "webhooks-wait"]);
  expect(await collectAccount(ctx, account.id)).toMatchObject({ outcome: "collected" });
});
