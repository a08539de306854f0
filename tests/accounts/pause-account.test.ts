import { expect, test } from "vitest";

import { pauseAccount } from "#lib/accounts/pause-account";
import { resumeAccount } from "#lib/accounts/resume-account";
import { showAccount } from "#lib/accounts/show-account";
import { withSession } from "#lib/accounts/with-session";
import type { Context } from "#lib/kernel/context";
import { publishDue } from "#lib/publisher/publish-due";

import { eventTypesOf } from "../support/event-types.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";

test("an account is paused and resumed, once each", async () => {
  const { ctx, accountId } = await anAccount();
  for (let n = 0; n < 2; n += 1)
    expect(await pauseAccount(ctx, { accountId })).toMatchObject({ value: { state: "paused" } });
  for (let n = 0; n < 2; n += 1)
    expect(await resumeAccount(ctx, { accountId })).toMatchObject({ value: { state: "active" } });
  expect(await eventTypesOf(ctx, accountId)).toEqual([
    "account.resumed",
    "account.paused",
    "account.connected",
  ]);
});

test("credit that is there again resumes the account", async () => {
  const { ctx, accountId } = await anAccount();
  await askFor(ctx, accountId, "out-of-credit");
  expect(await showAccount(ctx, accountId)).toMatchObject({
    state: "out_of_credit",
    problem: "out-of-credit",
  });
  expect(await pauseAccount(ctx, { accountId })).toMatchObject({ refusal: "account-not-active" });
  expect(await resumeAccount(ctx, { accountId })).toMatchObject({ ok: true });
  expect(await showAccount(ctx, accountId)).toMatchObject({ state: "active", problem: null });
  expect((await eventTypesOf(ctx, accountId)).slice(0, 2)).toEqual([
    "account.resumed",
    "account.out-of-credit",
  ]);
});

test("a sign-in that has ended is not resumed", async () => {
  const { ctx, accountId } = await anAccount();
  await askFor(ctx, accountId, "reconnect");
  expect(await resumeAccount(ctx, { accountId })).toMatchObject({
    refusal: "account-not-resumable",
    detail: { account: "ada.example" },
  });
});

test("editors pause nothing, and another workspace's account does not exist", async () => {
  const { ctx, accountId } = await anAccount();
  const editor: Context = { ...ctx, actor: { id: "ed", role: "editor" } };
  const stranger: Context = { ...ctx, workspaceId: "workspace-2" };
  for (const useCase of [pauseAccount, resumeAccount]) {
    await expect(useCase(editor, { accountId })).rejects.toThrow("manager role");
    await expect(useCase(stranger, { accountId })).rejects.toThrow("No account");
  }
});

test("signed in again, a paused account stays paused", async () => {
  const { ctx, accountId } = await anAccount();
  await pauseAccount(ctx, { accountId });
  await haveAccount(ctx);
  expect(await showAccount(ctx, accountId)).toMatchObject({ state: "paused" });
});

test("a doubt on a paused account whose sign-in ended is asked after now and then, not all the time", async () => {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  const { id: accountId } = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [accountId] });
  fake.faults.push("reset-after");
  await publishDue(ctx, "worker");
  await pauseAccount(ctx, { accountId });
  for (let call = 0; call < 20; call += 1)
    fake.reconcileAnswers.push({ kind: "reconnect", detail: "The sign-in has ended." });
  ctx.clock.pass({ minutes: 5 });
  await publishDue(ctx, "worker");
  expect(fake.calls.reconcile).toBe(1);
});

async function anAccount() {
  const ctx = await haveWorkspace();
  fakeNetwork();
  const { id: accountId } = await haveAccount(ctx);
  return { ctx, accountId };
}

async function askFor(ctx: Context, id: string, kind: "out-of-credit" | "reconnect") {
  const account = { id, workspaceId: ctx.workspaceId };
  await withSession(ctx, account, async () => ({ kind, detail: kind }));
}
