import { expect, test } from "vitest";

import { checkAccount } from "#lib/accounts/check-account";
import { findAccount } from "#lib/accounts/repository";

import { haveInstagram, tryToSignIn } from "../networks/instagram/have-instagram.ts";
import { haveThreads, signInToThreads } from "../networks/threads/have-threads.ts";
import { valueOf } from "../networks/whole-loop.ts";
import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";

async function toldOf(ctx: TestContext, accountId: string) {
  const { findings } = valueOf(await checkAccount(ctx, { accountId }));
  const told = findings.filter(({ code }) => code.startsWith("allowance"));
  return told.map(({ code, values: { name, count, total } }) => [code, name, count, total]);
}

test("how much of a day is used up is asked of Threads and kept as last told", async () => {
  const ctx = await haveWorkspace();
  const server = await haveThreads(ctx);
  const { id } = await signInToThreads(ctx, server);
  const told = [
    ["allowance", "posts", 0, 250],
    ["allowance", "replies", 0, 1_000],
  ];
  expect(await toldOf(ctx, id)).toEqual(told);
  expect(server.complaints).toEqual([]);
  const at = ctx.clock.now().toISOString();
  expect(await findAccount(ctx.db, ctx.workspaceId, id)).toMatchObject({ allowances: { at } });
  // What was told last stays where the network cannot be asked.
  ctx.clock.pass({ hours: 1 });
  server.faults.add("unavailable");
  expect(await toldOf(ctx, id)).toEqual(told);
});

test("a day at Instagram that is nearly used up is something to do about", async () => {
  const ctx = await haveWorkspace();
  const server = await haveInstagram(ctx);
  const { id } = valueOf(await tryToSignIn(ctx, server));
  server.settings.postsPerDay = 1;
  expect(await toldOf(ctx, id)).toEqual([["allowance", "posts", 0, 1]]);
  server.containers.publishedToday = () => 1;
  expect(await toldOf(ctx, id)).toEqual([["allowance-low", "posts", 1, 1]]);
  expect(server.complaints).toEqual([]);
});
