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
  });
  ctx.clock.pass({ hours: 1 });
  await describeAccount(ctx, account);
  await describeAccount(ctx, account);
  expect(await showAccount(ctx, account.id)).toMatchObject({
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

test("a check says whether the sign-in is still good", async () => {
  const { ctx, account, fake } = await anAccount();
  expect(await checkAccount(ctx, { accountId: account.id })).toMatchObject({ ok: true });
  fake.answer({ kind: "not-sent", detail: "no route" });
  expect(await checkAccount(ctx, { accountId: account.id })).toMatchObject({
    refusal: "check-failed",
    detail: { network: "Fake", said: "no route" },
  });
  fake.answer({ kind: "reconnect", detail: "revoked" });
  expect(await checkAccount(ctx, { accountId: account.id })).toMatchObject({
    refusal: "sign-in-needed",
  });
  expect(await showAccount(ctx, account.id)).toMatchObject({ state: "needs_reconnect" });
  await disconnectAccount(ctx, { accountId: account.id });
  expect(await checkAccount(ctx, { accountId: account.id })).toMatchObject({
    refusal: "account-disconnected",
  });
});

test("a network that cannot describe accounts is not asked, and nothing is wrong with it", async () => {
  const { ctx, account, fake } = await anAccount();
  Object.assign(fake.connector, { describe: undefined });
  expect(await checkAccount(ctx, { accountId: account.id })).toMatchObject({ ok: true });
});

test("only managers check, and only their own accounts", async () => {
  const { ctx, account } = await anAccount();
  const editor: Context = { ...ctx, actor: { id: "ed", role: "editor" } };
  await expect(checkAccount(editor, { accountId: account.id })).rejects.toThrow("manager");
  const stranger = { ...ctx, workspaceId: "other" };
  await expect(checkAccount(stranger, { accountId: account.id })).rejects.toThrow(NotFound);
});

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
