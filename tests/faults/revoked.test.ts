import { expect, test } from "vitest";

import { connectAccount } from "#lib/accounts/connect-account";
import { showAccount } from "#lib/accounts/show-account";

import { isFull } from "./full.ts";
import { numbered, peopleAtWork, seen, states, workOn } from "./people-at-work.ts";

const [accountCount, posts] = isFull ? [1, 100] : [10, 10];

/** A person takes Shoutloop's permission away while posts wait: each account finds out once. */
test(
  "with 100 posts due a revoked sign-in costs one call an account, and all go out after",
  { timeout: 120_000 },
  async () => {
    const atWork = await peopleAtWork({ accounts: accountCount, posts });
    const { ctx, fake, accounts } = atWork;
    fake.tokenVersion = 2;
    fake.refreshAnswer = { kind: "reconnect", detail: "revoked" };

    await workOn(atWork, { rounds: 5 });
    expect(fake.preparations.length + fake.calls.publish).toBeLessThanOrEqual(accountCount);
    expect(fake.calls.refresh).toBe(accountCount);
    expect(await states(atWork)).toEqual({ scheduled: 100 });
    for (const { id } of accounts)
      expect(await showAccount(ctx, id)).toMatchObject({ state: "needs_reconnect" });

    fake.refreshAnswer = undefined;
    for (const { handle } of accounts)
      await connectAccount(ctx, {
        network: "fake",
        answers: { identifier: handle, password: "right" },
      });
    await workOn(atWork, { rounds: 3 });
    expect(await states(atWork)).toEqual({ published: 100 });
    expect(seen(atWork)).toEqual(accounts.map(() => numbered(posts)));
  },
);

test("a sign-in that ends between two posts holds the rest in order", async () => {
  const atWork = await peopleAtWork({ accounts: 1, posts: 6 });
  const { ctx, fake, accounts } = atWork;
  fake.faults.push(undefined, undefined, "reconnect");
  await workOn(atWork, { rounds: 3 });
  expect(await states(atWork)).toEqual({ published: 2, scheduled: 4 });
  expect(fake.calls.publish).toBe(3);

  const [account] = accounts;
  await connectAccount(ctx, {
    network: "fake",
    answers: { identifier: account?.handle ?? "", password: "right" },
  });
  await workOn(atWork, { rounds: 3 });
  expect(seen(atWork)).toEqual([numbered(6)]);
});
