import { expect, test } from "vitest";

import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { finishSignIn } from "#lib/accounts/finish-sign-in";
import { listAccounts } from "#lib/accounts/list-accounts";
import { locateSignIn } from "#lib/accounts/locate-sign-in";
import { showSignIn } from "#lib/accounts/show-sign-in";
import { findSignIn } from "#lib/accounts/sign-in-repository";
import type { Context } from "#lib/kernel/context";
import { NotFound } from "#lib/kernel/errors";

import { eventTypesOf } from "../support/event-types.ts";
import { haveAccount } from "../support/have-account.ts";
import { aWorkspace, begun, input } from "./a-sign-in.ts";

test("who comes back from the network's page with its answer is connected", async () => {
  const { ctx, page } = await aWorkspace();
  const { signInId, url, state } = await begun(ctx);
  expect(url).toContain("https://fake.example/authorize?state=");
  const returned = { state, code: "right", extra: "kept" };
  const outcome = await finishSignIn(ctx, { state, returned });
  expect(outcome).toMatchObject({ ok: true, value: { handle: "ada.example", state: "active" } });
  expect(page.finished).toEqual([
    { returned, callback: { url: input.callbackUrl, state, publicUrl: input.publicUrl } },
  ]);
  const [account] = await listAccounts(ctx);
  expect(await showSignIn(ctx, signInId)).toMatchObject({
    state: "connected",
    connectedId: account?.id,
    url: undefined,
  });
  expect(await eventTypesOf(ctx, signInId)).toEqual(["account.sign-in-begun"]);
  expect(await eventTypesOf(ctx, account?.id)).toEqual(["account.connected"]);
});

test("what is stored tells neither the state nor what the network gave", async () => {
  const { ctx } = await aWorkspace();
  const { signInId, state } = await begun(ctx);
  const row = await findSignIn(ctx.db, ctx.workspaceId, signInId);
  expect(JSON.stringify(row)).not.toContain(state);
  expect(row.sealed).toMatch(/^v1\./);
  const shown = JSON.stringify(await showSignIn(ctx, signInId));
  expect(shown).toContain("fake.example");
  expect(shown).not.toMatch(/hush|verifier/);
});

test.each([
  ["unknown-network", { network: "elsewhere" }, { network: "elsewhere" }],
  ["sign-in-not-offered", { publicUrl: "http://192.168.1.20:3000" }, { network: "Fake" }],
  ["answer-missing", { answers: { server: " " } }, { field: "server" }],
  ["connect-failed", { answers: { server: "https://nowhere.example" } }, { code: "not-found" }],
])("beginning: %s is refused and says where", async (refusal, over, detail) => {
  const { ctx } = await aWorkspace();
  expect(await beginSignIn(ctx, { ...input, ...over })).toMatchObject({
    ok: false,
    refusal,
    detail,
  });
});

test("a network without a page of its own is refused", async () => {
  const { ctx, page } = await aWorkspace();
  Object.assign(page.connector, { authorization: undefined });
  expect(await beginSignIn(ctx, input)).toMatchObject({ refusal: "sign-in-not-offered" });
});

test("an answer counts once, also when it comes twice at the same moment", async () => {
  const { ctx, page } = await aWorkspace();
  const { state } = await begun(ctx);
  const comeBack = () => finishSignIn(ctx, { state, returned: { state, code: "right" } });
  const outcomes = await Promise.all([comeBack(), comeBack(), comeBack()]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await comeBack()).toMatchObject({ ok: false, refusal: "sign-in-used" });
  expect(page.finished).toHaveLength(1);
});

test("after 15 minutes the answer counts no more; after a day the rest is forgotten", async () => {
  const { ctx, page } = await aWorkspace();
  const { signInId, state } = await begun(ctx);
  ctx.clock.pass({ minutes: 15 });
  const late = await finishSignIn(ctx, { state, returned: { state, code: "right" } });
  expect(late).toMatchObject({ ok: false, refusal: "sign-in-expired" });
  expect(page.finished).toEqual([]);
  expect(await showSignIn(ctx, signInId)).toMatchObject({
    state: "expired",
    typed: { server: "fake.example" },
  });
  ctx.clock.pass({ days: 1, minutes: 1 });
  await begun(ctx);
  await expect(showSignIn(ctx, signInId)).rejects.toThrow(NotFound);
});

test("a no at the network is told as such, and what was typed is still there", async () => {
  const { ctx } = await aWorkspace();
  const { signInId, state } = await begun(ctx);
  const returned = { state, error: "access_denied", error_description: "No." };
  const outcome = await finishSignIn(ctx, { state, returned });
  expect(outcome).toMatchObject({
    ok: false,
    refusal: "sign-in-denied",
    detail: { network: "Fake" },
  });
  expect(await showSignIn(ctx, signInId)).toMatchObject({
    state: "failed",
    failure: { refusal: "sign-in-denied" },
    typed: { server: "fake.example" },
    url: undefined,
  });
  expect(await eventTypesOf(ctx, signInId)).toEqual([
    "account.sign-in-failed",
    "account.sign-in-begun",
  ]);
});

test.each([
  [{ error: "server_error", error_description: "Busy" }, "sign-in-failed", { said: "Busy" }],
  [{ code: "wrong" }, "connect-failed", { code: "wrong-credentials" }],
])("coming back with %j is %s", async (answer, refusal, detail) => {
  const { ctx } = await aWorkspace();
  const { state } = await begun(ctx);
  const outcome = await finishSignIn(ctx, { state, returned: { state, ...answer } });
  expect(outcome).toMatchObject({ ok: false, refusal, detail });
  expect(await listAccounts(ctx)).toEqual([]);
});

test("nobody else's return counts: not another user's, not another workspace's, not an invented one", async () => {
  const { ctx, page } = await aWorkspace();
  const { state } = await begun(ctx);
  const returned = { state, code: "right" };
  const colleague: Context = { ...ctx, actor: { id: "bo", role: "owner" } };
  expect(await finishSignIn(colleague, { state, returned })).toMatchObject({
    refusal: "sign-in-of-another",
  });
  const stranger = { ...ctx, workspaceId: "other" };
  expect(await finishSignIn(stranger, { state, returned })).toMatchObject({
    refusal: "sign-in-unknown",
  });
  expect(await finishSignIn(ctx, { state: "invented", returned })).toMatchObject({
    refusal: "sign-in-unknown",
  });
  expect(page.finished).toEqual([]);
  expect(await finishSignIn(ctx, { state, returned })).toMatchObject({ ok: true });
});

test("what was begun at the terminal may be finished by a manager in a browser", async () => {
  const { ctx } = await aWorkspace();
  const { state } = await begun({ ...ctx, actor: { id: "cli", role: "owner" } });
  const manager: Context = { ...ctx, actor: { id: "mo", role: "manager" } };
  expect(await finishSignIn(manager, { state, returned: { code: "right" } })).toMatchObject({
    ok: true,
  });
});

test("who came back is looked up by the state alone", async () => {
  const { ctx } = await aWorkspace();
  const { signInId, state } = await begun(ctx);
  expect(await locateSignIn(ctx, state)).toMatchObject({
    id: signInId,
    workspaceId: ctx.workspaceId,
    publicUrl: input.publicUrl,
  });
  expect(await locateSignIn(ctx, "invented")).toBeUndefined();
});

test("only managers sign in, and only for their own accounts", async () => {
  const { ctx } = await aWorkspace();
  const account = await haveAccount(ctx);
  const editor: Context = { ...ctx, actor: { id: "ed", role: "editor" } };
  await expect(beginSignIn(editor, input)).rejects.toThrow("manager role");
  await expect(finishSignIn(editor, { state: "x", returned: {} })).rejects.toThrow("manager");
  const { signInId } = await begun(ctx);
  await expect(showSignIn(editor, signInId)).rejects.toThrow("manager");
  const stranger = { ...ctx, workspaceId: "other" };
  await expect(showSignIn(stranger, signInId)).rejects.toThrow(NotFound);
  await expect(beginSignIn(stranger, { ...input, accountId: account.id })).rejects.toThrow(
    NotFound,
  );
});
