import { expect, test } from "vitest";

import { listHistory } from "#lib/events/repository";
import { acceptInvitation } from "#lib/workspaces/accept-invitation";
import { createWorkspace } from "#lib/workspaces/create-workspace";
import { listInvitations } from "#lib/workspaces/list-invitations";
import { listMembers } from "#lib/workspaces/list-members";
import { openWorkspace } from "#lib/workspaces/open-workspace";
import { findSession, startSession } from "#lib/workspaces/session";
import { showInvitation } from "#lib/workspaces/show-invitation";
import { showUser } from "#lib/workspaces/show-user";
import { signInWithOpenId } from "#lib/workspaces/sign-in-with-open-id";
import { signOutEverywhere } from "#lib/workspaces/sign-out-everywhere";
import { withdrawInvitation } from "#lib/workspaces/withdraw-invitation";

import { haveOwner, invited, password } from "../support/have-owner.ts";

test("an invitation shows where it leads, until it is withdrawn, late or somebody else's", async () => {
  const ctx = await haveOwner();
  const { token, invitationId } = await invited(ctx, "bram@wol.example");

  expect(await showInvitation(ctx, token, null)).toEqual({
    ok: true,
    value: { workspace: "Noorderwol", role: "editor", email: "bram@wol.example" },
  });
  expect(await showInvitation(ctx, token, "els@wol.example")).toMatchObject({
    refusal: "invitation-for-other-address",
  });
  expect(await showInvitation(ctx, "nobody-was-given-this-one", null)).toMatchObject({
    refusal: "invitation-unknown",
  });
  expect(await listInvitations(ctx)).toMatchObject([{ id: invitationId, role: "editor" }]);

  ctx.clock.pass({ days: 7 });
  expect(await showInvitation(ctx, token, null)).toMatchObject({ refusal: "invitation-expired" });
  expect(await listInvitations(ctx)).toEqual([]);

  await withdrawInvitation(ctx, { invitationId });
  expect(await showInvitation(ctx, token, null)).toMatchObject({ refusal: "invitation-withdrawn" });
});

test("members read who is in, of their own workspace; only owners see the open links", async () => {
  const ctx = await haveOwner();
  await invited(ctx);
  const viewer = { ...ctx, actor: { id: "v", role: "viewer" as const } };
  expect(await listMembers(viewer)).toMatchObject([{ email: "ada@wol.example", role: "owner" }]);
  await expect(listInvitations(viewer)).rejects.toThrow("owner role");

  const other = await createWorkspace(ctx, "somebody", { name: "Other", timeZone: "UTC" });
  if (!other.ok) throw new Error();
  const elsewhere = { ...ctx, workspaceId: other.value.id };
  expect(await listInvitations(elsewhere)).toEqual([]);
  expect(await listMembers(elsewhere)).toEqual([]);
  await expect(openWorkspace(ctx, ctx.actor.id, other.value.slug)).rejects.toThrow("No workspace");
});

test("who is signed in joins a second workspace and keeps the account as it was", async () => {
  const ctx = await haveOwner();
  const { token } = await invited(ctx, "bram@wol.example");
  const bram = { email: "bram@wol.example", name: "Bram", password };
  const joined = await acceptInvitation(ctx, null, { token, newUser: bram });
  if (!joined.ok) throw new Error(joined.refusal);
  const { user } = joined.value;
  const second = await createWorkspace(ctx, ctx.actor.id, { name: "Zuidkatoen", timeZone: "UTC" });
  if (!second.ok) throw new Error();
  const there = { ...ctx, workspaceId: second.value.id };

  const link = await invited(there);
  const takeOver = { email: "x@wol.example", name: "X", password: "another password" };
  const again = await acceptInvitation(ctx, user.id, { token: link.token, newUser: takeOver });

  expect(again).toMatchObject({ ok: true, value: { workspace: { slug: "zuidkatoen" } } });
  expect(await showUser(ctx, user.id)).toEqual(user);
  expect(await openWorkspace(ctx, user.id, "zuidkatoen")).toMatchObject({ role: "editor" });
});

test("signing out everywhere ends every session and leaves its event", async () => {
  const ctx = await haveOwner();
  const userId = ctx.actor.id;
  const tokens = [await startSession(ctx, userId), await startSession(ctx, userId)];
  await signOutEverywhere(ctx, userId);
  for (const token of tokens) expect(await findSession(ctx, token)).toBeUndefined();
  const history = await listHistory(ctx.db, "installation", userId);
  expect(history).toMatchObject([{ type: "user.signed-out-everywhere" }]);
});

test("an OpenID provider's word counts for verified addresses of people who were invited", async () => {
  const ctx = await haveOwner();
  const claims = { issuer: "https://op.example", subject: "1", isEmailVerified: true };

  const unverified = { ...claims, email: "ada@wol.example", isEmailVerified: false };
  expect(await signInWithOpenId(ctx, unverified)).toMatchObject({ refusal: "email-not-verified" });
  expect(await signInWithOpenId(ctx, { ...claims, email: "x@wol.example" })).toMatchObject({
    refusal: "not-invited",
  });
  expect(await signInWithOpenId(ctx, { ...claims, email: "Ada@wol.example" })).toMatchObject({
    value: { id: ctx.actor.id },
  });
  // From now on by who they are there; another person with the same address there does not get in.
  expect(await signInWithOpenId(ctx, { ...claims, email: undefined })).toMatchObject({ ok: true });
  expect(
    await signInWithOpenId(ctx, { ...claims, subject: "2", email: "ada@wol.example" }),
  ).toMatchObject({ refusal: "not-invited" });
});

test.each([
  ["that anyone may use", ""],
  ["for a named address, which an owner can use as well", "els@wol.example"],
])(
  "an account from an invitation %s is tied to a provider by its own user alone",
  async (_kind, email) => {
    const ctx = await haveOwner();
    const { token } = await invited(ctx, email);
    const els = { email: "els@wol.example", name: "Els", password };
    const joined = await acceptInvitation(ctx, null, { token, newUser: els });
    if (!joined.ok) throw new Error(joined.refusal);
    const { id } = joined.value.user;
    const claims = { issuer: "https://op.example", subject: "els", email: els.email };
    const verified = { ...claims, isEmailVerified: true };
    const first = { refusal: "sign-in-first" };
    expect(await signInWithOpenId(ctx, verified)).toMatchObject(first);
    expect(await signInWithOpenId(ctx, verified, ctx.actor.id)).toMatchObject(first);
    expect(await signInWithOpenId(ctx, verified, id)).toMatchObject({ ok: true, value: { id } });
    expect(await signInWithOpenId(ctx, verified)).toMatchObject({ ok: true, value: { id } });
  },
);
