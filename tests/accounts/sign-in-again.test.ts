import { expect, test } from "vitest";

import { connectAccount } from "#lib/accounts/connect-account";
import { finishSignIn } from "#lib/accounts/finish-sign-in";
import { listAccounts } from "#lib/accounts/list-accounts";
import { showRememberedAnswers } from "#lib/accounts/show-remembered-answers";
import { withSession } from "#lib/accounts/with-session";
import type { Context } from "#lib/kernel/context";

import { haveAccount } from "../support/have-account.ts";
import { aWorkspace, begun, input } from "./a-sign-in.ts";

test("signing an account in again accepts that account alone", async () => {
  const { ctx, page } = await aWorkspace();
  const account = await haveAccount(ctx);
  await withSession(ctx, account, async () => ({ kind: "reconnect", detail: "revoked" }));
  page.person = "bo.example";
  const wrong = await begun(ctx, { accountId: account.id });
  const other = await finishSignIn(ctx, { state: wrong.state, returned: { code: "right" } });
  expect(other).toMatchObject({
    refusal: "another-account",
    detail: { expected: "ada.example", came: "bo.example", network: "Fake" },
  });
  expect(page.calls.revoke).toBe(1);
  expect(await listAccounts(ctx)).toMatchObject([{ id: account.id, state: "needs_reconnect" }]);

  page.person = "ada.example";
  const right = await begun(ctx, { accountId: account.id });
  const again = await finishSignIn(ctx, { state: right.state, returned: { code: "right" } });
  expect(again).toMatchObject({ ok: true, value: { id: account.id, state: "active" } });
});

test("the sign-in of another account that is in use here is left alone at the network", async () => {
  const { ctx, page } = await aWorkspace();
  const account = await haveAccount(ctx);
  await haveAccount(ctx, { identifier: "bo.example" });
  page.person = "bo.example";
  const { state } = await begun(ctx, { accountId: account.id });
  expect(await finishSignIn(ctx, { state, returned: { code: "right" } })).toMatchObject({
    refusal: "another-account",
  });
  expect(page.calls.revoke).toBe(0);
});

test("signing in again with a password accepts that account alone, too", async () => {
  const { ctx } = await aWorkspace();
  const account = await haveAccount(ctx);
  const answers = { identifier: "bo.example", password: "right" };
  const outcome = await connectAccount(ctx, { network: "fake", answers, accountId: account.id });
  expect(outcome).toMatchObject({ refusal: "another-account" });
  expect(await listAccounts(ctx)).toHaveLength(1);
});

test("what an app needs is remembered for the workspace, without its secret", async () => {
  const { ctx, page } = await aWorkspace();
  const fields = [
    { name: "server", kind: "url", isRequired: true, fromAccount: "origin" },
    { name: "clientId", kind: "text", isRequired: true },
    { name: "secret", kind: "password", isRequired: false },
  ] as const;
  Object.assign(page.connector, { authorization: { ...page.connector.authorization, fields } });
  expect(await showRememberedAnswers(ctx, "fake", fields)).toEqual({});
  const answers = { ...input.answers, clientId: "our app" };
  const { state } = await begun(ctx, { answers });
  await finishSignIn(ctx, { state, returned: { code: "right" } });
  expect(await showRememberedAnswers(ctx, "fake", fields)).toEqual({ clientId: "our app" });
  const stranger = { ...ctx, workspaceId: "other" };
  expect(await showRememberedAnswers(stranger, "fake", fields)).toEqual({});
  const editor: Context = { ...ctx, actor: { id: "ed", role: "editor" } };
  await expect(showRememberedAnswers(editor, "fake", fields)).rejects.toThrow("manager");
});
