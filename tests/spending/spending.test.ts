import { describe, expect, test } from "vitest";

import { setAccountBudget } from "#lib/accounts/set-account-budget";
import { Forbidden, NotFound } from "#lib/kernel/errors";
import { findSpentOutUntil } from "#lib/spending/find-spent-out-until";
import { recordSpending } from "#lib/spending/record-spending";
import { showSpending } from "#lib/spending/show-spending";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";

const as = (ctx: TestContext, role: "viewer" | "editor" | "manager") => ({
  ...ctx,
  actor: { id: role, role },
});

async function started() {
  fakeNetwork();
  const ctx = await haveWorkspace();
  return { ctx, account: await haveAccount(ctx) };
}

const spend = (ctx: TestContext, accountId: string, usdMicros: number, kind = "publish" as const) =>
  ctx.transact((tx) =>
    recordSpending(tx, ctx, { workspaceId: ctx.workspaceId, accountId, kind, usdMicros }),
  );

describe("spending", () => {
  test("adds up by month, and a new month begins at nothing", async () => {
    const { ctx, account } = await started();
    ctx.clock.set(new Date("2026-03-31T23:59:59Z"));
    await Promise.all([spend(ctx, account.id, 15_000), spend(ctx, account.id, 200_000)]);
    await spend(ctx, account.id, 0);
    expect(await showSpending(ctx)).toEqual([
      {
        accountId: account.id,
        network: "fake",
        handle: account.handle,
        month: "2026-03",
        usdMicros: 215_000,
        byKind: { publish: 215_000, read: 0 },
        most: null,
        endsAt: new Date("2026-04-01T00:00:00Z"),
      },
    ]);
    ctx.clock.pass({ seconds: 1 });
    expect(await showSpending(ctx)).toEqual([]);
  });

  test("is another workspace's business alone", async () => {
    const { ctx, account } = await started();
    await spend(ctx, account.id, 15_000);
    expect(await showSpending({ ...ctx, workspaceId: "another" })).toEqual([]);
  });

  test("what does not fit under the limit waits until the month is over", async () => {
    const { ctx, account } = await started();
    const free = { ...account, budget: null };
    const capped = { ...account, budget: { usdMicrosPerMonth: 30_000 } };
    await spend(ctx, account.id, 15_000);
    const now = ctx.clock.now();
    expect(await findSpentOutUntil(ctx.db, free, 1_000_000, now)).toBeUndefined();
    expect(await findSpentOutUntil(ctx.db, capped, 15_000, now)).toBeUndefined();
    expect(await findSpentOutUntil(ctx.db, capped, 15_001, now)).toEqual(
      new Date("2026-04-01T00:00:00Z"),
    );
    const elsewhere = { ...capped, workspaceId: "another" };
    expect(await findSpentOutUntil(ctx.db, elsewhere, 15_001, now)).toBeUndefined();
  });
});

describe("setAccountBudget", () => {
  test.each([
    [5, 5_000_000],
    ["7,50", 7_500_000],
    [" 0.015 ", 15_000],
  ])("takes %j, tells of it, and looks at what waits", async (usdPerMonth, usdMicrosPerMonth) => {
    const { ctx, account } = await started();
    const set = await setAccountBudget(as(ctx, "manager"), { accountId: account.id, usdPerMonth });
    expect(set).toMatchObject({
      ok: true,
      value: { budget: { usdMicrosPerMonth }, postsResumeAt: null },
    });
    const cleared = await setAccountBudget(ctx, { accountId: account.id, usdPerMonth: "" });
    expect(cleared).toMatchObject({ ok: true, value: { budget: {} } });
  });

  test.each(["lots", "-1", "NaN", 1e9])("refuses %j as an amount", async (usdPerMonth) => {
    const { ctx, account } = await started();
    await expect(setAccountBudget(ctx, { accountId: account.id, usdPerMonth })).rejects.toThrow();
  });

  test("wants the manager role, and an account of this workspace", async () => {
    const { ctx, account } = await started();
    const input = { accountId: account.id, usdPerMonth: 5 };
    await expect(setAccountBudget(as(ctx, "editor"), input)).rejects.toThrow(Forbidden);
    const elsewhere = { ...ctx, workspaceId: "another" };
    await expect(setAccountBudget(elsewhere, input)).rejects.toThrow(NotFound);
  });
});
