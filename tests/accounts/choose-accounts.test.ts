import { expect, test } from "vitest";

import { chooseAccounts } from "#lib/accounts/choose-accounts";
import { finishSignIn } from "#lib/accounts/finish-sign-in";
import { listAccounts } from "#lib/accounts/list-accounts";
import { findAccount } from "#lib/accounts/repository";
import { showSignIn } from "#lib/accounts/show-sign-in";
import { openMemory } from "#lib/accounts/sign-in";
import { findSignIn } from "#lib/accounts/sign-in-repository";
import type { Context } from "#lib/kernel/context";
import { NotFound } from "#lib/kernel/errors";
import type { ConnectFailure, OfferedAccount } from "#lib/networks/contract/connect-outcome";

import { runShoutloop } from "../cli/run-shoutloop.ts";
import { haveWorkspace } from "../support/factories.ts";
import { begun } from "./a-sign-in.ts";
import { fakeSignInPage } from "./fake-authorization.ts";

test("several accounts wait for a person to choose, and only those are connected", async () => {
  const ctx = await opening("shop", "café", "other");
  const signInId = await comeBack(ctx);
  expect(await listAccounts(ctx)).toEqual([]);
  expect(await showSignIn(ctx, signInId)).toMatchObject({
    state: "choosing",
    offered: [
      { remoteId: "shop", isConnected: false },
      { remoteId: "café", isConnected: false },
      { remoteId: "other", isConnected: false },
    ],
  });
  const outcome = await chooseAccounts(ctx, { signInId, remoteIds: ["café", "shop"] });
  expect(outcome).toMatchObject({ ok: true, value: [{ remoteId: "shop" }, { remoteId: "café" }] });
  expect((await listAccounts(ctx)).map(({ remoteId }) => remoteId)).toEqual(["shop", "café"]);
  expect(await showSignIn(ctx, signInId)).toMatchObject({ state: "connected", offered: [] });
});

test("nothing is shown of the credentials that wait, and none are kept once somebody chose", async () => {
  const ctx = await opening("shop", "other");
  const signInId = await comeBack(ctx);
  expect(JSON.stringify(await showSignIn(ctx, signInId))).not.toContain("token");
  const row = await findSignIn(ctx.db, ctx.workspaceId, signInId);
  expect(JSON.stringify(row)).not.toContain("token-of");
  await chooseAccounts(ctx, { signInId, remoteIds: ["shop"] });
  const after = await findSignIn(ctx.db, ctx.workspaceId, signInId);
  expect(openMemory(ctx, after)).toEqual({ typed: { server: "fake.example" } });
});

test("one that is connected already is signed in again and keeps its id", async () => {
  const ctx = await opening("shop", "other");
  const first = await comeBack(ctx);
  await chooseAccounts(ctx, { signInId: first, remoteIds: ["shop"] });
  const [before] = await listAccounts(ctx);
  const second = await comeBack(ctx);
  expect((await showSignIn(ctx, second)).offered).toMatchObject([
    { remoteId: "shop", isConnected: true },
    { remoteId: "other", isConnected: false },
  ]);
  await chooseAccounts(ctx, { signInId: second, remoteIds: ["shop", "other"] });
  const after = await listAccounts(ctx);
  expect(after).toHaveLength(2);
  expect(after[0]?.id).toBe(before?.id);
});

test("a sign-in for one account takes that one alone, and refuses where it is not among them", async () => {
  const ctx = await opening("shop", "other");
  const first = await comeBack(ctx);
  await chooseAccounts(ctx, { signInId: first, remoteIds: ["shop"] });
  const [shop] = await listAccounts(ctx);
  if (!shop) throw new Error("Nothing was connected.");
  const version = async () =>
    (await findAccount(ctx.db, ctx.workspaceId, shop.id)).credentialsVersion;
  const before = await version();
  const again = await begun(ctx, { accountId: shop.id });
  const done = await finishSignIn(ctx, { state: again.state, returned: { code: "right" } });
  expect(done).toMatchObject({ ok: true, value: { id: shop.id } });
  expect(await version()).toBe(before + 1);

  offer(["other", "third"]);
  const wrong = await begun(ctx, { accountId: shop.id });
  expect(
    await finishSignIn(ctx, { state: wrong.state, returned: { code: "right" } }),
  ).toMatchObject({ ok: false, refusal: "another-account", detail: { came: "other" } });
  expect(await version()).toBe(before + 1);
});

test("one account alone is connected without a question", async () => {
  const ctx = await opening("shop");
  const { state } = await begun(ctx);
  expect(await finishSignIn(ctx, { state, returned: { code: "right" } })).toMatchObject({
    ok: true,
    value: { remoteId: "shop" },
  });
});

test.each<[string, readonly string[], ConnectFailure | undefined, string]>([
  ["no account at all", [], undefined, "nothing-there"],
  ["only accounts that may not post", ["shop", "other"], "role-too-low", "role-too-low"],
])("%s is said, and nothing waits", async (_case, names, unusable, code) => {
  const ctx = await opening();
  offer(names, unusable);
  const { signInId, state } = await begun(ctx);
  expect(await finishSignIn(ctx, { state, returned: { code: "right" } })).toMatchObject({
    ok: false,
    refusal: "connect-failed",
    detail: { code },
  });
  expect(await showSignIn(ctx, signInId)).toMatchObject({ state: "failed", offered: [] });
});

test("what may not be used, was not offered, or nothing, is refused, and the choice stays open", async () => {
  const ctx = await opening();
  offer(["shop", "other"]);
  page.accounts.push({ ...anAccount("locked"), unusable: "role-too-low" });
  const signInId = await comeBack(ctx);
  for (const remoteIds of [[], ["locked"], ["shop", "locked"], ["shop", "invented"]])
    expect(await chooseAccounts(ctx, { signInId, remoteIds })).toMatchObject({
      ok: false,
      refusal: "none-chosen",
    });
  expect(await listAccounts(ctx)).toEqual([]);
  expect(await chooseAccounts(ctx, { signInId, remoteIds: ["shop"] })).toMatchObject({ ok: true });
  expect(await chooseAccounts(ctx, { signInId, remoteIds: ["other"] })).toMatchObject({
    refusal: "sign-in-used",
  });
});

test("after an hour nothing can be chosen any more; another person or workspace never can", async () => {
  const ctx = await opening("shop", "other");
  const signInId = await comeBack(ctx);
  const choice = { signInId, remoteIds: ["shop"] };
  const colleague: Context = { ...ctx, actor: { id: "mo", role: "manager" } };
  expect(await chooseAccounts(colleague, choice)).toMatchObject({ refusal: "sign-in-of-another" });
  const stranger: Context = { ...ctx, workspaceId: "elsewhere" };
  await expect(chooseAccounts(stranger, choice)).rejects.toThrow(NotFound);
  const editor: Context = { ...ctx, actor: { id: "ed", role: "editor" } };
  await expect(chooseAccounts(editor, choice)).rejects.toThrow("manager");
  ctx.clock.pass({ minutes: 61 });
  expect(await chooseAccounts(ctx, choice)).toMatchObject({ refusal: "choice-expired" });
  expect(await listAccounts(ctx)).toEqual([]);
});

test("two that choose at the same moment connect once", async () => {
  const ctx = await opening("shop", "other");
  const signInId = await comeBack(ctx);
  const outcomes = await Promise.all([
    chooseAccounts(ctx, { signInId, remoteIds: ["shop"] }),
    chooseAccounts(ctx, { signInId, remoteIds: ["other"] }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await listAccounts(ctx)).toHaveLength(1);
});

test("where the network has more than were asked for, that is said", async () => {
  const ctx = await opening("shop", "other");
  expect(await showSignIn(ctx, await comeBack(ctx))).toMatchObject({ hasMore: false });
  page.hasMore = true;
  const signInId = await comeBack(ctx);
  expect(await showSignIn(ctx, signInId)).toMatchObject({ state: "choosing", hasMore: true });
  const listed = await runShoutloop(ctx, ["account", "choose", signInId]);
  expect(listed.out).toContain("These are the first 2");
  page.hasMore = false;
});

const page = { accounts: [] as OfferedAccount[], hasMore: false };

/** A workspace, and a network whose sign-in opens these accounts. */
async function opening(...names: readonly string[]) {
  const ctx = await haveWorkspace();
  offer(names);
  fakeSignInPage({
    finish: async () => ({ kind: "choice", ...page }),
  });
  return ctx;
}

function offer(names: readonly string[], unusable?: ConnectFailure): void {
  page.accounts = names.map((name) => ({ ...anAccount(name), ...(unusable && { unusable }) }));
}

function anAccount(name: string): OfferedAccount {
  return {
    remoteId: name,
    handle: name,
    displayName: name,
    avatarUrl: undefined,
    origin: "https://fake.example",
    credentials: { token: `token-of-${name}` },
  };
}

async function comeBack(ctx: Context): Promise<string> {
  const { signInId, state } = await begun(ctx);
  const outcome = await finishSignIn(ctx, { state, returned: { code: "right" } });
  expect(outcome).toMatchObject({ ok: false, refusal: "choose-accounts", detail: { signInId } });
  return signInId;
}
