import { expect, test } from "vitest";

import { showAccount } from "#lib/accounts/show-account";
import { publishDue } from "#lib/publisher/publish-due";

import { haveScheduled } from "../../support/have-post.ts";
import { onlyPartOf } from "../whole-loop.ts";
import { haveMastodon, postsOf, signIn } from "./have-mastodon.ts";

test("an answer that is lost on the way is found again, and nothing is there twice", async () => {
  const { ctx, server, account } = await haveMastodon();
  server.faults.add("reset-after", "POST /api/v1/statuses");
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id] });
  await publishDue(ctx, "worker-1");
  expect(await onlyPartOf(ctx, postId)).toMatchObject({ state: "unknown" });
  ctx.clock.pass({ minutes: 3 });
  await publishDue(ctx, "worker-1");
  expect(await onlyPartOf(ctx, postId)).toMatchObject({ state: "published" });
  expect(postsOf(server, "noorderwol")).toHaveLength(1);
});

test("a post that never arrived goes out under the same key", async () => {
  const { ctx, server, account } = await haveMastodon();
  server.faults.add("error-before", "POST /api/v1/statuses");
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id] });
  await publishDue(ctx, "worker-1");
  for (let round = 0; round < 4; round += 1) {
    ctx.clock.pass({ minutes: 3 });
    await publishDue(ctx, "worker-1");
  }
  expect(await onlyPartOf(ctx, postId)).toMatchObject({ state: "published" });
  expect(postsOf(server, "noorderwol")).toHaveLength(1);
  const keys = server.requests
    .filter(({ method, path }) => method === "POST" && path === "/api/v1/statuses")
    .map(({ headers }) => headers["idempotency-key"]);
  expect(new Set(keys).size).toBe(1);
  expect(keys).toHaveLength(2);
});

test("a sign-in that was taken back holds the posts, and a new one sends them", async () => {
  const { ctx, server, brand, account } = await haveMastodon();
  const texts = ["One", "Two", "Three"];
  for (const text of texts) await haveScheduled(ctx, { accountIds: [account.id], texts: [text] });
  for (const token of server.world.tokens.values()) token.isRevoked = true;
  await publishDue(ctx, "worker-1");
  expect(await showAccount(ctx, account.id)).toMatchObject({ state: "needs_reconnect" });
  expect(postsOf(server, "noorderwol")).toEqual([]);
  ctx.clock.pass({ minutes: 5 });
  expect((await signIn(ctx, server, brand)).id).toBe(account.id);
  for (const _ of texts) await publishDue(ctx, "worker-1");
  expect(postsOf(server, "noorderwol").map(({ text }) => text)).toEqual(texts);
});

test("no request before the limit is lifted", async () => {
  const { ctx, server, account } = await haveMastodon();
  server.limits.budgets = { ...server.limits.budgets, posting: { most: 1, ms: 40 * 60_000 } };
  for (const text of ["One", "Two"])
    await haveScheduled(ctx, { accountIds: [account.id], texts: [text] });
  await publishDue(ctx, "worker-1");
  const asked = server.requests.length;
  ctx.clock.pass({ minutes: 20 });
  await publishDue(ctx, "worker-1");
  expect(postsOf(server, "noorderwol")).toHaveLength(1);
  expect(server.requests.length).toBe(asked);
  ctx.clock.pass({ minutes: 21 });
  await publishDue(ctx, "worker-1");
  expect(postsOf(server, "noorderwol").map(({ text }) => text)).toEqual(["One", "Two"]);
});
