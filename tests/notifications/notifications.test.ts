import { expect, test } from "vitest";

import { markNeedsReconnect } from "#lib/accounts/mark-account";
import { findAccount } from "#lib/accounts/repository";
import { resumeAccount } from "#lib/accounts/resume-account";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { reschedulePost } from "#lib/deliveries/reschedule-post";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { runEventHandlers } from "#lib/event-handlers";
import { listHistory } from "#lib/events/repository";
import { countUnread } from "#lib/notifications/count-unread";
import { listNotifications } from "#lib/notifications/list-notifications";
import { markNotificationsRead } from "#lib/notifications/mark-notifications-read";
import { kindOfDelivery } from "#lib/notifications/notification";
import { notifyOfDelivery } from "#lib/notifications/notify-of-delivery";
import { settleNotifications } from "#lib/notifications/settle-notifications";
import { publishDue } from "#lib/publisher/publish-due";
import { enterSafeMode } from "#lib/recovery/enter-safe-mode";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork, type Fault } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveMember } from "../support/have-member.ts";
import { haveScheduled } from "../support/have-post.ts";
import { park } from "../support/park.ts";

test("whoever may act is told of a post in doubt, once, and viewers are not", async () => {
  const { ctx, editor, viewer } = await aTeam();
  await parked(ctx);
  await runEventHandlers(ctx);
  await runEventHandlers(ctx);
  const [told, ...more] = await listNotifications(editor);
  expect(more).toEqual([]);
  expect(told).toMatchObject({
    notification: { kind: "needs-person", readAt: null },
    account: { network: "fake", handle: "ada.example" },
    delivery: { text: "Hello", part: 1 },
  });
  expect(await countUnread(editor)).toBe(1);
  expect(await listNotifications(viewer)).toEqual([]);
});

test("doing the same reaction twice tells nobody twice", async () => {
  const { ctx, editor } = await aTeam();
  await parked(ctx);
  await runEventHandlers(ctx);
  const [{ notification } = never()] = await listNotifications(editor);
  await notifyOfDelivery(ctx, notification.deliveryId ?? "", notification.eventId);
  expect(await listNotifications(editor)).toHaveLength(1);
});

test("what a colleague settled is read for everybody", async () => {
  const { ctx, editor } = await aTeam();
  const deliveryId = await parked(ctx);
  await runEventHandlers(ctx);
  await resolveDelivery(ctx, { deliveryId, answer: "leave-out" });
  await runEventHandlers(ctx);
  expect(await countUnread(editor)).toBe(0);
  expect(await listNotifications(editor)).toHaveLength(1);
});

test("what was settled before anybody could be told is not told", async () => {
  const { ctx, editor } = await aTeam();
  const deliveryId = await parked(ctx);
  await resolveDelivery(ctx, { deliveryId, answer: "leave-out" });
  await runEventHandlers(ctx);
  expect(await listNotifications(editor)).toEqual([]);
});

test.each([
  ["failed", ["Hello"], ["refuse"]],
  ["thread-stopped", ["one", "two", "three"], [undefined, "refuse"]],
] as const)("a refused post is told as %s", async (kind, texts, faults) => {
  const { ctx, editor, fake } = await aTeam();
  fake.faults.push(...(faults as readonly (Fault | undefined)[]));
  await haveScheduled(ctx, { accountIds: [await anAccount(ctx)], texts });
  await publishDue(ctx, "worker");
  await runEventHandlers(ctx);
  expect((await listNotifications(editor)).map(({ notification }) => notification.kind)).toEqual([
    kind,
  ]);
});

test("a missed post is told, and a new time settles it", async () => {
  const { ctx, editor } = await aTeam();
  const { postId } = await haveScheduled(ctx, { accountIds: [await anAccount(ctx)] });
  ctx.clock.pass({ hours: 5 });
  await publishDue(ctx, "worker");
  await runEventHandlers(ctx);
  expect(await listNotifications(editor)).toMatchObject([{ notification: { kind: "missed" } }]);
  await reschedulePost(ctx, { postId, when: { kind: "wall-clock", at: "2026-03-02T09:00" } });
  await runEventHandlers(ctx);
  expect(await countUnread(editor)).toBe(0);
});

test("an account that wants a new sign-in is told, and settled once it has one", async () => {
  const { ctx, editor } = await aTeam();
  const id = await anAccount(ctx);
  await markNeedsReconnect(ctx, await findAccount(ctx.db, ctx.workspaceId, id), "revoked");
  await runEventHandlers(ctx);
  expect(await listNotifications(editor)).toMatchObject([
    { notification: { kind: "reconnect" }, account: { handle: "ada.example" } },
  ]);
  await haveAccount(ctx);
  await runEventHandlers(ctx);
  expect(await countUnread(editor)).toBe(0);
});

test("an account without credit is told, and settled once it may send again", async () => {
  const { ctx, editor, fake } = await aTeam();
  fake.faults.push("out-of-credit");
  const accountId = await anAccount(ctx);
  await haveScheduled(ctx, { accountIds: [accountId] });
  await publishDue(ctx, "worker");
  await runEventHandlers(ctx);
  expect(await listNotifications(editor)).toMatchObject([
    { notification: { kind: "out-of-credit", deliveryId: null } },
  ]);
  await resumeAccount(ctx, { accountId });
  await runEventHandlers(ctx);
  expect(await countUnread(editor)).toBe(0);
});

test("that the database was put back is told to everybody who plans", async () => {
  const { ctx, editor } = await aTeam();
  await haveScheduled(ctx, { accountIds: [await anAccount(ctx)] });
  await enterSafeMode(ctx, ctx.clock.now());
  await runEventHandlers(ctx);
  expect(await listNotifications(editor)).toMatchObject([{ notification: { kind: "safe-mode" } }]);
});

test("a person marks their own as read, leaves it in history, and nobody else's", async () => {
  const { ctx, editor } = await aTeam();
  const owner = await haveMember(ctx, { name: "bea", role: "owner" });
  await parked(ctx);
  await runEventHandlers(ctx);
  const elsewhere = { ...editor, workspaceId: "workspace-2" };
  expect(await markNotificationsRead(elsewhere, {})).toMatchObject({ value: { count: 0 } });
  expect(await listNotifications(elsewhere)).toEqual([]);
  expect(await markNotificationsRead(editor, { ids: ["another"] })).toMatchObject({
    value: { count: 0 },
  });
  expect(await markNotificationsRead(editor, {})).toEqual({ ok: true, value: { count: 1 } });
  expect([await countUnread(editor), await countUnread(owner)]).toEqual([0, 1]);
  const history = await listHistory(ctx.db, ctx.workspaceId, editor.actor.id);
  expect(history.map(({ type }) => type)).toEqual(["notifications.read"]);
});

test("a viewer settles nothing for others", async () => {
  const { viewer } = await aTeam();
  await expect(settleNotifications(viewer, { postId: "any" })).rejects.toThrow("editor");
});

async function aTeam() {
  const fake = fakeNetwork({ outcome: { kind: "listing" } });
  const ctx = await haveWorkspace();
  const editor = await haveMember(ctx, { name: "edu", role: "editor" });
  const viewer = await haveMember(ctx, { name: "vic", role: "viewer" });
  return { ctx, editor, viewer, fake };
}

async function anAccount(ctx: TestContext): Promise<string> {
  return (await haveAccount(ctx)).id;
}

/** A post that nobody but a person can find out about; returns its delivery's id. */
async function parked(ctx: TestContext): Promise<string> {
  const account = await haveAccount(ctx);
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id] });
  const [delivery] = await listDeliveries(ctx, { postIds: [postId] });
  await park(ctx, delivery?.id ?? "");
  return delivery?.id ?? "";
}

function never(): never {
  throw new Error("Nobody was told.");
}

test("after a restore no part of a thread claims that those before it are out", () => {
  const part = { state: "needs_person", sender: "engine", reason: null, part: 2, partCount: 3 };
  expect(kindOfDelivery({ ...part, recovery: "none" })).toBe("thread-stopped");
  expect(kindOfDelivery({ ...part, recovery: "restored" })).toBe("needs-person");
});
