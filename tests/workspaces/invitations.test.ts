import { expect, test } from "vitest";

import { listHistory } from "#lib/events/repository";
import { acceptInvitation } from "#lib/workspaces/accept-invitation";
import { changeMemberRole } from "#lib/workspaces/change-member-role";
import { createWorkspace } from "#lib/workspaces/create-workspace";
import { inviteMember } from "#lib/workspaces/invite-member";
import { listMembers } from "#lib/workspaces/list-members";
import { removeMember } from "#lib/workspaces/remove-member";
import { withdrawInvitation } from "#lib/workspaces/withdraw-invitation";

import { haveOwner, invited, password } from "../support/have-owner.ts";

const bram = { email: "bram@wol.example", name: "Bram", password };

test("a new person joins with the link, and it works once", async () => {
  const ctx = await haveOwner();
  const { token } = await invited(ctx);

  const joined = await acceptInvitation(ctx, null, { token, newUser: bram });

  if (!joined.ok) throw new Error(joined.refusal);
  const history = await listHistory(ctx.db, ctx.workspaceId, joined.value.user.id);
  expect(history).toMatchObject([{ type: "member.joined", detail: { role: "editor" } }]);
  const again = { ...bram, email: "els@wol.example" };
  expect(await acceptInvitation(ctx, null, { token, newUser: again })).toMatchObject({
    refusal: "invitation-used",
  });
});

test("an account that exists is not touched by a link", async () => {
  const ctx = await haveOwner();
  const { token } = await invited(ctx);

  const taken = { ...bram, email: "ada@wol.example" };
  expect(await acceptInvitation(ctx, null, { token, newUser: taken })).toMatchObject({
    refusal: "address-has-account",
  });
  expect(await acceptInvitation(ctx, ctx.actor.id, { token })).toMatchObject({
    refusal: "already-member",
  });
});

test("an expired, a withdrawn and another person's invitation are refused", async () => {
  const ctx = await haveOwner();
  const withdrawn = await invited(ctx);
  await withdrawInvitation(ctx, { invitationId: withdrawn.invitationId });
  expect(
    await acceptInvitation(ctx, null, { token: withdrawn.token, newUser: bram }),
  ).toMatchObject({ refusal: "invitation-withdrawn" });

  const forEls = await invited(ctx, "els@wol.example");
  expect(await acceptInvitation(ctx, null, { token: forEls.token, newUser: bram })).toMatchObject({
    refusal: "invitation-for-other-address",
  });

  const unknown = "a-token-that-nobody-was-given";
  expect(await acceptInvitation(ctx, null, { token: unknown, newUser: bram })).toMatchObject({
    refusal: "invitation-unknown",
  });

  const late = await invited(ctx);
  ctx.clock.pass({ days: 7 });
  expect(await acceptInvitation(ctx, null, { token: late.token, newUser: bram })).toMatchObject({
    refusal: "invitation-expired",
  });
});

test("of two who use one link at once, one joins; who is signed in under another address does not", async () => {
  const ctx = await haveOwner();
  const { token } = await invited(ctx);
  const els = { ...bram, email: "els@wol.example", name: "Els" };
  const both = await Promise.all(
    [bram, els].map((newUser) => acceptInvitation(ctx, null, { token, newUser })),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: "invitation-used" });
  expect(await listMembers(ctx)).toHaveLength(2);

  const joined = both.find((outcome) => outcome.ok);
  const id = joined?.ok ? joined.value.user.id : "";
  const second = await createWorkspace(ctx, ctx.actor.id, { name: "Zuid", timeZone: "UTC" });
  if (!second.ok) throw new Error();
  const there = { ...ctx, workspaceId: second.value.id };
  const named = await invited(there, "somebody.else@wol.example");
  expect(await acceptInvitation(there, id, { token: named.token })).toMatchObject({
    refusal: "invitation-for-other-address",
  });
  // What else is in the form of who is signed in counts for nothing.
  const claimed = { ...els, email: "somebody.else@wol.example" };
  expect(await acceptInvitation(there, id, { token: named.token, newUser: claimed })).toMatchObject(
    { refusal: "invitation-for-other-address" },
  );
});

test("the last owner stays owner and member", async () => {
  const ctx = await haveOwner();
  const userId = ctx.actor.id;

  expect(await changeMemberRole(ctx, { userId, role: "viewer" })).toMatchObject({
    refusal: "last-owner",
  });
  expect(await removeMember(ctx, { userId })).toMatchObject({ refusal: "last-owner" });
});

test("a member's role changes, and a member leaves", async () => {
  const ctx = await haveOwner();
  const { token } = await invited(ctx);
  const joined = await acceptInvitation(ctx, null, { token, newUser: bram });
  if (!joined.ok) throw new Error(joined.refusal);
  const userId = joined.value.user.id;

  expect(await changeMemberRole(ctx, { userId, role: "manager" })).toMatchObject({ ok: true });
  expect(await removeMember(ctx, { userId })).toMatchObject({ ok: true });

  const types = (await listHistory(ctx.db, ctx.workspaceId, userId)).map((event) => event.type);
  expect(types).toEqual(["member.removed", "member.changed", "member.joined"]);
});

test("of two owners who change one role the second is told what stands there, and nothing is written over", async () => {
  const ctx = await haveOwner();
  const { token } = await invited(ctx);
  const joined = await acceptInvitation(ctx, null, { token, newUser: bram });
  if (!joined.ok) throw new Error(joined.refusal);
  const userId = joined.value.user.id;
  const from = (await listMembers(ctx)).find((member) => member.userId === userId)?.role;
  if (!from) throw new Error("Bram is no member.");
  expect(await changeMemberRole(ctx, { userId, role: "manager", from })).toMatchObject({
    ok: true,
  });
  const second = await changeMemberRole(ctx, { userId, role: "viewer", from });
  expect(second).toMatchObject({
    refusal: "changed-since",
    detail: { who: "you", "theirs.role": "manager" },
  });
  expect(await changeMemberRole(ctx, { userId, role: "manager", from })).toMatchObject({
    ok: true,
  });
  expect(await changeMemberRole(ctx, { userId, role: "viewer", from: "manager" })).toMatchObject({
    ok: true,
  });
});

test("only owners manage members, and only of their own workspace", async () => {
  const ctx = await haveOwner();
  const { invitationId } = await invited(ctx);
  const other = await createWorkspace(ctx, "somebody", { name: "Other", timeZone: "UTC" });
  if (!other.ok) throw new Error();
  const manager = { ...ctx, actor: { id: "m", role: "manager" as const } };
  const elsewhere = { ...ctx, workspaceId: other.value.id };
  const userId = ctx.actor.id;

  await expect(inviteMember(manager, { role: "editor" })).rejects.toThrow("owner role");
  await expect(withdrawInvitation(manager, { invitationId })).rejects.toThrow("owner role");
  await expect(removeMember(manager, { userId })).rejects.toThrow("owner role");
  await expect(changeMemberRole(manager, { userId, role: "viewer" })).rejects.toThrow("owner role");
  await expect(withdrawInvitation(elsewhere, { invitationId })).rejects.toThrow("No invitation");
  await expect(removeMember(elsewhere, { userId })).rejects.toThrow("No member");
  await expect(changeMemberRole(elsewhere, { userId, role: "viewer" })).rejects.toThrow(
    "No member",
  );
});
