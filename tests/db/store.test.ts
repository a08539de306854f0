import { expect, test } from "vitest";

import type { Db, Tx } from "#lib/db/store";
import { record } from "#lib/events/record";
import { listPending } from "#lib/events/repository";

import { testContext, type TestContext } from "../support/context.ts";

test("a failed transaction leaves nothing behind, and others run whole around it", async () => {
  const ctx = await testContext();
  const add = (isFailing: boolean) =>
    ctx.transact(async (tx) => {
      await haveEvent(tx, ctx);
      await Promise.resolve();
      if (isFailing) throw new Error("no");
    });

  await Promise.allSettled([add(false), add(true), add(false), add(true), add(false)]);

  expect(await listPending(ctx.db, 10)).toHaveLength(3);
});

test("writing outside a transaction is refused by the compiler and by the engine", async () => {
  const ctx = await testContext();
  // @ts-expect-error what only reads is no transaction
  const written = haveEvent(ctx.db, ctx);
  await expect(written).rejects.toSatisfy((error: Error) =>
    /read.?only/.test([error.message, String(error.cause)].join(" ")),
  );
});

test("a transaction inside a transaction is refused", async () => {
  const ctx = await testContext();
  await expect(ctx.transact(() => ctx.transact(async () => {}))).rejects.toThrow(
    "pass its `tx` on",
  );
});

test("a query that outlives its transaction is refused", async () => {
  const ctx = await testContext();
  let leaked: Db | undefined;
  await ctx.transact(async (tx) => {
    leaked = tx;
  });
  await expect(listPending(leaked!, 1)).rejects.toThrow("not awaited");
});

test("a commit wakes those who wait for one", async () => {
  const ctx = await testContext();
  let woken = 0;
  ctx.onCommit(() => (woken += 1));
  await ctx.transact((tx) => haveEvent(tx, ctx));
  await Promise.resolve();
  expect(woken).toBeGreaterThan(0);
});

function haveEvent(tx: Tx, ctx: TestContext): Promise<void> {
  return record(tx, ctx, "account.connected", "a", { network: "practice", handle: "h" });
}
