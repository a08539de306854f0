import { expect, test } from "vitest";

import { checkAccount } from "#lib/accounts/check-account";
import { describeAccount } from "#lib/accounts/describe-account";
import { disconnectAccount } from "#lib/accounts/disconnect-account";
import { showAccount } from "#lib/accounts/show-account";
import { collectAccount } from "#lib/engagement/collect-account";
import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";
import { NotFound } from "#lib/kernel/errors";
import type { DescribeOutcome } from "#lib/networks/contract/outcome";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";

const limits = {
  text: { max: 5_000, unit: "graphemes" },
  images: { max: 8, maxBytes: 1_000_000, maxSide: 2_000, altMax: 1_500 },
  threadMax: 10,
} as const;

test("what the network says of the account is kept; only a change is an event", async () => {
  const { ctx, account, fake } = await anAccount();
  fake.say({
    handle: "ada.new",
    displayName: "Ada N.",
    avatarUrl: "https://a.example/a.png",
    limits,
    followers: 41,
  });
  ctx.clock.pass({ hours: 1 });
  await describeAccount(ctx, account);
  // More of them are no event: that would be one every day.
  fake.say({
    handle: "ada.new",
    displayName: "Ada N.",
    avatarUrl: "https://a.example/a.png",
    limits,
    followers: 42,
  });
  await describeAccount(ctx, account);
  expect(await showAccount(ctx, account.id)).toMatchObject({
    followers: 42,
    handle: "ada.new",
    displayName: "Ada N.",
    avatarUrl: "https://a.example/a.png",
    limits,
    describedAt: ctx.clock.now(),
  });
  const history = await listHistory(ctx.db, ctx.workspaceId, account.id);
  expect(history.map(({ type }) => type)).toEqual(["account.changed", "account.connected"]);
  expect(history[0]?.detail).toEqual({ fields: ["handle", "displayName", "avatarUrl", "limits"] });
});

test("the collector asks once a day", async () => {
  const { ctx, account, fake } = await anAccount();
  await collectAccount(ctx, account.id);
  ctx.clock.pass({ hours: 23 });
  await collectAccount(ctx, account.id);
  expect(fake.asked()).toBe(0);
  ctx.clock.pass({ hours: 1 });
  await collectAccount(ctx, account.id);
  await collectAccount(ctx, account.id);
  expect(fake.asked()).toBe(1);
});

test("a check says whether the sign-in is still good, and keeps what the network says of it", async () => {
  const { ctx, account, fake } = await anAccount();
  const check = () => checkAccount(ctx, { accountId: account.id });
  expect(codesOf(await check())).toEqual(["sign-in-good"]);
  fake.answer({ kind: "not-sent", detail: "no route" });
  expect(await check()).toMatchObject({
    value: {
      findings: [{ code: "not-reached", weight: "problem", values: { said: "no route" } }],
    },
  });
  const retryAt = new Date(ctx.clock.now().getTime() + 60_000);
  fake.answer({ kind: "later", retryAt, detail: "slow down" });
  expect(codesOf(await check())).toEqual(["waits"]);
  fake.answer({ kind: "reconnect", detail: "revoked" });
  expect(codesOf(await check())).toEqual(["sign-in-needed", "waits"]);
  expect(await showAccount(ctx, account.id)).toMatchObject({ state: "needs_reconnect" });
  await disconnectAccount(ctx, { accountId: account.id });
  expect(await check()).toMatchObject({ refusal: "account-disconnected" });
});

test("a network that cannot describe accounts is not asked, and nothing is said to be good", async () => {
  const { ctx, account, fake } = await anAccount();
  Object.assign(fake.connector, { describe: undefined });
  expect(codesOf(await checkAccount(ctx, { accountId: account.id }))).toEqual(["not-asked"]);
});

test("what a sign-in lacks stands before what it has, by its name on the network", async () => {
  const { ctx, account, fake } = await anAccount();
  const permissions = [
    { name: "read", isGiven: true, isNeeded: false },
    { name: "comments", isGiven: false, isNeeded: false },
    { name: "write", isGiven: false, isNeeded: true },
  ];
  const endsAt = new Date(ctx.clock.now().getTime() + 60_000);
  const examine = async () => ({ kind: "examined", permissions, endsAt, isSandbox: true });
  Object.assign(fake.connector, { examine });
  const checked = await checkAccount(ctx, { accountId: account.id });
  expect(codesOf(checked)).toEqual([
    "permission-missing-to-post",
    "permission-missing",
    "sign-in-ends",
    "sandbox",
    "sign-in-good",
    "permission-given",
  ]);
  const [first] = checked.ok ? checked.value.findings : [];
  expect(first?.values["permission"]).toBe("write");
});

test("only managers check, and only their own accounts", async () => {
  const { ctx, account } = await anAccount();
  const editor: Context = { ...ctx, actor: { id: "ed", role: "editor" } };
  await expect(checkAccount(editor, { accountId: account.id })).rejects.toThrow("manager");
  const stranger = { ...ctx, workspaceId: "other" };
  await expect(checkAccount(stranger, { accountId: account.id })).rejects.toThrow(NotFound);
});

function codesOf(checked: Awaited<ReturnType<typeof checkAccount>>): string[] {
  if (!checked.ok) throw new Error(checked.refusal);
  return checked.value.findings.map(({ code }) => code);
}

async function anAccount() {
  const ctx = await haveWorkspace();
  const { connector } = fakeNetwork();
  let asked = 0;
  let answer: DescribeOutcome = {
    kind: "described",
    handle: "ada.example",
    displayName: "ada.example",
    avatarUrl: undefined,
  };
  const describe = async () => {
    asked += 1;
    return answer;
  };
  Object.assign(connector, { describe });
  const account = await haveAccount(ctx);
  const fake = {
    connector,
    asked: () => asked,
    answer: (next: DescribeOutcome) => {
      answer = next;
    },
    say: (words: Omit<Extract<DescribeOutcome, { kind: "described" }>, "kind">) => {
      answer = { kind: "described", ...words };
    },
  };
  return { ctx, account, fake };
}
