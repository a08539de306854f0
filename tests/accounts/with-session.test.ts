import { expect, test } from "vitest";

import { showAccount } from "#lib/accounts/show-account";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { publishDue } from "#lib/publisher/publish-due";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";

test("a sign-in that runs out again while it is renewed is renewed again", async () => {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  const { id } = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [id] });
  fake.faults.push("expired", "expired");
  await publishDue(ctx, "worker");
  expect(await listDeliveries(ctx)).toMatchObject([{ state: "published" }]);
  expect(fake.calls.refresh).toBe(2);
});

test("a sign-in that is never accepted needs a person, and the post keeps its place", async () => {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  const { id } = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [id] });
  fake.faults.push("expired", "expired", "expired", "expired");
  await publishDue(ctx, "worker");
  expect(await listDeliveries(ctx)).toMatchObject([{ state: "scheduled", reason: "reconnect" }]);
  expect(await showAccount(ctx, id)).toMatchObject({ state: "needs_reconnect" });
  expect(fake.accepted).toEqual([]);
});
