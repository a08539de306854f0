import { expect, test } from "vitest";

import { markOutOfCredit } from "#lib/accounts/mark-account";
import { findAccount } from "#lib/accounts/repository";

import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveOwner } from "../support/have-owner.ts";
import { runShoutloop } from "./run-shoutloop.ts";

test("says that an account waits for somebody, and not that nothing does", async () => {
  const ctx = await haveOwner();
  fakeNetwork();
  const { id } = await haveAccount(ctx);
  expect((await runShoutloop(ctx, ["status"])).out).toContain("nothing needs you");
  await markOutOfCredit(ctx, await findAccount(ctx.db, ctx.workspaceId, id), "402");
  const told = await runShoutloop(ctx, ["status"]);
  expect(told.out).toContain("1 needs you");
  expect((await runShoutloop(ctx, ["status", "--json"])).json()).toMatchObject({
    needsPerson: 1,
    deliveries: { needsPerson: 0 },
    accounts: [{ health: "out-of-credit", needsPerson: true }],
  });
});
