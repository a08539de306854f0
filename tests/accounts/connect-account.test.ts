import { expect, test } from "vitest";

import { accountHealth } from "#lib/accounts/account";
import { connectAccount } from "#lib/accounts/connect-account";
import { disconnectAccount } from "#lib/accounts/disconnect-account";
import { listAccounts } from "#lib/accounts/list-accounts";
import { markPostsSpent } from "#lib/accounts/mark-account";
import { findAccount } from "#lib/accounts/repository";
import { showAccount } from "#lib/accounts/show-account";
import { withSession } from "#lib/accounts/with-session";
import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";

import { noon } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";

const right = { identifier: "ada.example", password: "right" };

test("a connected account is listed without its credentials, which are sealed", async () => {
  const { ctx } = await aWorkspace();
  const outcome = await connectAccount(ctx, { network: "fake", answers: right });
  expect(outcome).toMatchObject({ ok: true, value: { handle: "ada.example", state: "active" } });
  const [account] = await listAccounts(ctx);
  expect(JSON.stringify([outcome, account])).not.toMatch(/token|sealed/i);
  const row = await findAccount(ctx.db, ctx.workspaceId, account?.id ?? "");
  expect(row.sealedCredentials).toMatch(/^v1\./);
  expect(await typesOf(ctx, account?.id)).toEqual(["account.connected"]);
});

test.each([
  ["unknown-network", { network: "elsewhere", answers: {} }, { network: "elsewhere" }],
  ["answer-missing", { network: "fake", answers: { identifier: "ada" } }, { field: "password" }],
  [
    "connect-failed",
    { network: "fake", answers: { ...right, password: "wrong" } },
    { code: "wrong-credentials", field: "password", network: "Fake" },
  ],
] as const)("%s is refused and says where", async (refusal, input, detail) => {
  const { ctx } = await aWorkspace();
  expect(await connectAccount(ctx, input)).toMatchObject({ ok: false, refusal, detail });
  expect(await listAccounts(ctx)).toEqual([]);
});

test("the same account again is a reconnection: same id, new credentials", async () => {
  const { ctx, fake } = await aWorkspace();
  const account = await haveAccount(ctx);
  await withSession(ctx, account, async () => ({ kind: "reconnect", detail: "revoked" }));
  expect(await showAccount(ctx, account.id)).toMatchObject({
    state: "needs_reconnect",
    problem: "revoked",
  });
  fake.tokenVersion = 2;
  const again = await haveAccount(ctx);
  expect(again).toMatchObject({ id: account.id, state: "active", problem: null });
  expect(await tokenOf(ctx, account)).toBe(2);
  expect(await typesOf(ctx, account.id)).toEqual([
    "account.recovered",
    "account.needs-reconnect",
    "account.connected",
  ]);
});

test("disconnecting revokes and forgets; connecting again brings the same account back", async () => {
  const { ctx, fake } = await aWorkspace();
  const account = await haveAccount(ctx);
  await disconnectAccount(ctx, { accountId: account.id });
  expect(fake.calls.revoke).toBe(1);
  expect(await listAccounts(ctx)).toEqual([]);
  expect(await listAccounts(ctx, { withDisconnected: true })).toHaveLength(1);
  const row = await findAccount(ctx.db, ctx.workspaceId, account.id);
  expect(row).toMatchObject({ state: "disconnected", sealedCredentials: null });
  const outcome = await withSession(ctx, account, async () => ({ kind: "done" as const }));
  expect(outcome.kind).toBe("reconnect");
  expect((await haveAccount(ctx)).id).toBe(account.id);
});

test("a network that is down keeps nobody connected", async () => {
  const { ctx, fake } = await aWorkspace();
  const account = await haveAccount(ctx);
  Object.assign(fake.connector, {
    revoke: async () => {
      throw new Error("down");
    },
  });
  expect(await disconnectAccount(ctx, { accountId: account.id })).toMatchObject({ ok: true });
});

test("credentials that ran out are renewed once, however many ask at the same time", async () => {
  const { ctx, fake } = await aWorkspace();
  const account = await haveAccount(ctx);
  fake.tokenVersion = 2;
  const ask = () =>
    withSession(ctx, account, async ({ credentials }) =>
      Number(credentials["token"]) < 2
        ? { kind: "expired" as const }
        : { kind: "seen" as const, token: credentials["token"] },
    );
  const answers = await Promise.all([ask(), ask(), ask(), ask()]);
  expect(answers).toEqual(answers.map(() => ({ kind: "seen", token: 2 })));
  expect(fake.calls.refresh).toBe(1);
});

test("a sign-in by a person while credentials are renewed is not overwritten", async () => {
  const { ctx, fake } = await aWorkspace();
  const account = await haveAccount(ctx);
  const { refresh } = fake.connector;
  Object.assign(fake.connector, {
    refresh: async (...args: Parameters<typeof refresh>) => {
      fake.tokenVersion = 9;
      await haveAccount(ctx);
      fake.tokenVersion = 2;
      return refresh(...args);
    },
  });
  await withSession(ctx, account, async ({ credentials }) =>
    credentials["token"] === 1 ? { kind: "expired" as const } : { kind: "seen" as const },
  );
  expect(await tokenOf(ctx, account)).toBe(9);
});

test("a renewal that the network refuses asks for a person; a limit holds the account", async () => {
  const { ctx, fake } = await aWorkspace();
  const account = await haveAccount(ctx);
  fake.refreshAnswer = { kind: "reconnect", detail: "gone" };
  const outcome = await withSession(ctx, account, async () => ({ kind: "expired" as const }));
  expect(outcome).toEqual({ kind: "reconnect", detail: "gone" });
  expect(accountHealth(await showAccount(ctx, account.id), noon).kind).toBe("needs-reconnect");

  const again = await haveAccount(ctx);
  const retryAt = new Date(noon.getTime() + 60_000);
  await withSession(ctx, again, async () => ({ kind: "later" as const, retryAt, detail: "429" }));
  const held = await showAccount(ctx, account.id);
  const { kind, until } = accountHealth(held, noon);
  expect(kind).toBe("rate-limited");
  expect(until?.getTime()).toBeGreaterThanOrEqual(retryAt.getTime());
  expect(until?.getTime()).toBeLessThan(retryAt.getTime() + 2_000);
  expect(accountHealth(held, new Date(retryAt.getTime() + 2_000)).kind).toBe("fine");
});

test("a shorter hold does not end a longer one, and work that used up the limit holds, too", async () => {
  const { ctx } = await aWorkspace();
  const account = await haveAccount(ctx);
  const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
  await withSession(ctx, account, async () => ({ kind: "done" as const, restUntil: at(10) }));
  await withSession(ctx, account, async () => ({
    kind: "later" as const,
    retryAt: at(1),
    detail: "429",
  }));
  expect(accountHealth(await showAccount(ctx, account.id), at(9)).kind).toBe("rate-limited");
  expect(accountHealth(await showAccount(ctx, account.id), at(11)).kind).toBe("fine");
});

test("where the day's posts or the month's money are used up, health says so and until when", async () => {
  const { ctx } = await aWorkspace();
  const { id } = await haveAccount(ctx);
  const healthUntil = async (until: Date) => {
    await ctx.transact((tx) => markPostsSpent(tx, { id, workspaceId: ctx.workspaceId }, until));
    return accountHealth(await showAccount(ctx, id), noon);
  };
  const tomorrow = new Date("2026-03-02T09:30:00.123Z");
  const day = { kind: "day-used-up", needsPerson: false, until: tomorrow };
  expect(await healthUntil(tomorrow)).toEqual(day);
  const april = new Date("2026-04-01T00:00:00Z");
  const month = { kind: "month-used-up", needsPerson: false, until: april };
  expect(await healthUntil(april)).toEqual(month);
  expect((await healthUntil(noon)).kind).toBe("fine");
});

test("editors connect nothing, and another workspace's account does not exist", async () => {
  const { ctx } = await aWorkspace();
  const account = await haveAccount(ctx);
  const editor: Context = { ...ctx, actor: { id: "ed", role: "editor" } };
  await expect(connectAccount(editor, { network: "fake", answers: right })).rejects.toThrow(
    "manager role",
  );
  await expect(disconnectAccount(editor, { accountId: account.id })).rejects.toThrow("manager");
  const stranger = { ...ctx, workspaceId: "other" };
  await expect(disconnectAccount(stranger, { accountId: account.id })).rejects.toThrow(
    "No account",
  );
  await expect(showAccount(stranger, account.id)).rejects.toThrow("No account");
  expect(await listAccounts(stranger)).toEqual([]);
});

async function aWorkspace() {
  const ctx = await haveWorkspace();
  return { ctx, fake: fakeNetwork() };
}

async function tokenOf(ctx: Context, account: { id: string; workspaceId: string }) {
  let token: unknown;
  await withSession(ctx, account, async ({ credentials }) => {
    token = credentials["token"];
    return { kind: "seen" as const };
  });
  return token;
}

async function typesOf(ctx: Context, id = "") {
  return (await listHistory(ctx.db, ctx.workspaceId, id)).map(({ type }) => type);
}
