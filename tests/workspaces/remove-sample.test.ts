import { expect, test } from "vitest";

import { rememberAnswers } from "#lib/accounts/show-remembered-answers";
import { deliveries } from "#lib/deliveries/schema";
import { runEventHandlers } from "#lib/event-handlers";
import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";
import { changePerson } from "#lib/people/change-person";
import { acceptInvitation } from "#lib/workspaces/accept-invitation";
import { inviteMember } from "#lib/workspaces/invite-member";
import { listStages } from "#lib/workspaces/list-stages";
import { listWorkspaces } from "#lib/workspaces/list-workspaces";
import { removeSample } from "#lib/workspaces/remove-sample";
import { setUpOwner } from "#lib/workspaces/set-up-owner";
import { signIn } from "#lib/workspaces/sign-in";

import { fillTables, tablesWith } from "../people/fill-tables.ts";
import { testRuntime } from "../support/context.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";
import { haveScheduled } from "../support/have-post.ts";
import { rowsOfWorkspace } from "../support/rows-of-workspace.ts";

const password = "wol en wandelen";

test("the sample goes with everything in it; the owner goes on in a workspace of their own", async () => {
  const { ctx, colleague } = await haveSample();
  expect((await rowsOfWorkspace(ctx)).size).toBeGreaterThan(8);

  const outcome = await removeSample(ctx, { ownName: "My wool" });

  expect(outcome).toMatchObject({ ok: true, value: { name: "My wool", isSample: false } });
  expect(await rowsOfWorkspace(ctx)).toEqual(new Map([["events", 1]]));
  expect(await listHistory(ctx.db, ctx.workspaceId, ctx.workspaceId)).toMatchObject([
    { type: "workspace.removed", detail: { name: "Noorderwol" } },
  ]);
  expect((await listWorkspaces(ctx, ctx.actor.id)).map(({ name }) => name)).toEqual(["My wool"]);
  expect(await signIn(ctx, { email: colleague, password, address: "here" })).toMatchObject({
    ok: false,
  });
  expect(await signIn(ctx, { email: "ada@example.org", password, address: "here" })).toMatchObject({
    ok: true,
  });
});

test("no row of any table names the workspace afterwards, but the line that says it went", async () => {
  const { ctx } = await haveSample();
  await rememberAnswers(ctx, "x", { clientId: "app" });
  await ctx.transact((tx) =>
    fillTables(tx, ctx, "words", {
      practice_posts: { accountId: "practice" },
      practice_accounts: { id: "practice" },
      sending_stops: { id: ctx.workspaceId },
      media_bytes: { id: `${ctx.workspaceId}/some-digest` },
    }),
  );
  expect(await tablesWith(ctx, [ctx.workspaceId])).toContain("network_memory");
  const practice = await tablesWith(ctx, ["practice"]);
  expect(practice).toEqual(["practice_accounts", "practice_posts"]);

  expect(await removeSample(ctx, { ownName: "My wool" })).toMatchObject({ ok: true });

  expect(await tablesWith(ctx, [ctx.workspaceId])).toEqual(["events"]);
  expect(await tablesWith(ctx, ["practice"])).toEqual([]);
});

test("whoever has no other workspace has to name one", async () => {
  const { ctx } = await haveSample();
  expect(await removeSample(ctx, {})).toMatchObject({ refusal: "needs-own-workspace" });
});

test("while a post is on its way nothing is removed", async () => {
  const { ctx } = await haveSample();
  await ctx.transact((tx) => tx.update(deliveries).set({ state: "claimed" }));
  expect(await removeSample(ctx, { ownName: "x" })).toMatchObject({
    refusal: "deliveries-under-way",
  });
  expect((await listWorkspaces(ctx, ctx.actor.id)).map(({ name }) => name)).toEqual(["Noorderwol"]);
});

test("only a sample is removed, and only by its owner", async () => {
  const { ctx } = await haveSample({ isSample: false });
  expect(await removeSample(ctx, { ownName: "x" })).toMatchObject({ refusal: "not-a-sample" });
  const manager: Context = { ...ctx, actor: { id: "mo", role: "manager" } };
  await expect(removeSample(manager, {})).rejects.toThrow("owner role");
  await expect(removeSample({ ...ctx, workspaceId: "other" }, {})).rejects.toThrow("No workspace");
});

/** One of everything that is quickly had. */
async function haveSample({ isSample = true } = {}) {
  const runtime = await testRuntime();
  const owner = await setUpOwner(runtime, {
    email: "ada@example.org",
    name: "Ada",
    password,
    workspaceName: "Noorderwol",
    timeZone: "Europe/Amsterdam",
    isSample,
  });
  if (!owner.ok) throw new Error(owner.refusal);
  const { userId, workspaceId } = owner.value;
  const ctx = { ...runtime, workspaceId, actor: { id: userId, role: "owner" as const } };
  const colleague = "jelmer@example.org";
  const invitation = await inviteMember(ctx, { role: "editor", email: colleague });
  if (!invitation.ok) throw new Error("Not invited.");
  await acceptInvitation(ctx, null, {
    token: invitation.value.token,
    newUser: { email: colleague, name: "Jelmer", password, locale: "nl" },
  });
  fakeNetwork();
  const account = await haveAccount(ctx);
  const [stage] = await listStages(ctx);
  await haveScheduled(ctx, {
    accountIds: [account.id],
    stageId: stage?.id ?? null,
    at: "2026-03-05T09:00",
  });
  const { personId } = await havePerson(ctx);
  await haveTouchpoint(ctx, personId, { stars: 5 });
  await changePerson(ctx, { personId, note: "likes blue" });
  await runEventHandlers(ctx);
  return { ctx, colleague };
}
