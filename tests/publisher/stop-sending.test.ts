import { expect, test } from "vitest";

import { pauseAccount } from "#lib/accounts/pause-account";
import { resumeAccount } from "#lib/accounts/resume-account";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { showDelivery } from "#lib/deliveries/show-delivery";
import { listHistory } from "#lib/events/repository";
import { type Context, systemContext } from "#lib/kernel/context";
import { publishDue } from "#lib/publisher/publish-due";
import { resumeSending, showSending, stopSending } from "#lib/publisher/stop-sending";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { haveScheduled } from "../support/have-post.ts";

const ours = { scope: "workspace" } as const;
const all = { scope: "installation" } as const;

test("a stopped workspace sends nothing, others do; resumed, what waited leaves in order", async () => {
  const { ctx, fake, accountId } = await aWorkspace();
  const neighbour = await haveNeighbour(ctx);
  const theirs = await haveAccount(neighbour, { identifier: "their.example" });
  for (const text of ["one", "two"])
    await haveScheduled(ctx, { accountIds: [accountId], texts: [text] });
  await haveScheduled(neighbour, {
    accountIds: [theirs.id],
    texts: ["theirs"],
    stageId: "stage-awareness-2",
  });
  await stopSending(ctx, ours);
  await publishDue(ctx, "worker");
  expect(fake.accepted.map(({ text }) => text)).toEqual(["theirs"]);
  expect(await showSending(ctx)).toMatchObject({
    isStopped: true,
    workspace: { stoppedBy: "ada" },
  });
  expect(await showSending(neighbour)).toMatchObject({ isStopped: false, workspace: undefined });

  ctx.clock.pass({ minutes: 5 });
  await resumeSending(ctx, ours);
  await publishDue(ctx, "worker");
  expect(fake.accepted.map(({ text }) => text)).toEqual(["theirs", "one", "two"]);
  const types = (await listHistory(ctx.db, ctx.workspaceId, ctx.workspaceId)).map((e) => e.type);
  expect(types).toEqual(["sending.resumed", "sending.stopped"]);
});

test("what stood still for too long goes by the workspace's settings", async () => {
  const { ctx, fake, accountId } = await aWorkspace();
  await haveScheduled(ctx, { accountIds: [accountId] });
  await stopSending(ctx, ours);
  ctx.clock.pass({ minutes: 61 });
  await publishDue(ctx, "worker");
  await resumeSending(ctx, ours);
  await publishDue(ctx, "worker");
  expect((await listDeliveries(ctx)).map(({ state }) => state)).toEqual(["missed"]);
  expect(fake.accepted).toEqual([]);
});

test("stopping all stops every workspace, and what is in doubt is still asked for", async () => {
  const { ctx, fake, accountId } = await aWorkspace();
  const neighbour = await haveNeighbour(ctx);
  const theirs = await haveAccount(neighbour, { identifier: "their.example" });
  fake.faults.push("reset-after");
  await haveScheduled(ctx, { accountIds: [accountId], texts: ["doubted"] });
  await publishDue(ctx, "worker");
  await haveScheduled(neighbour, {
    accountIds: [theirs.id],
    texts: ["theirs"],
    stageId: "stage-awareness-2",
  });
  await stopSending(ctx, all);
  ctx.clock.pass({ seconds: 31 });
  await publishDue(ctx, "worker");
  expect(fake.accepted.map(({ text }) => text)).toEqual(["doubted"]);
  expect((await listDeliveries(ctx)).map(({ state }) => state)).toEqual(["published"]);
  expect(await showSending(neighbour)).toMatchObject({ isStopped: true, mayStopAll: false });
  await resumeSending(ctx, all);
  await publishDue(ctx, "worker");
  expect(fake.accepted.map(({ text }) => text)).toEqual(["doubted", "theirs"]);
});

test("a stop that comes after the claim still keeps the post back, and loses nothing", async () => {
  const { ctx, fake, accountId } = await aWorkspace();
  const { deliveries } = await haveScheduled(ctx, { accountIds: [accountId] });
  const deliveryId = deliveries[0]?.id ?? "";
  const { prepare } = fake.connector;
  Object.assign(fake.connector, {
    prepare: async (...args: Parameters<typeof prepare>) => {
      await stopSending(ctx, ours);
      return prepare(...args);
    },
  });
  await publishDue(ctx, "worker");
  expect(fake.calls.publish).toBe(0);
  const { history, ...kept } = await showDelivery(ctx, deliveryId);
  expect(kept).toMatchObject({ state: "scheduled", attempts: 0, firstIntentAt: null });
  expect(history).toMatchObject([
    { phase: "publish", outcome: "stopped", decided: "scheduled", why: "sending-stopped" },
  ]);
  await resumeSending(ctx, ours);
  await publishDue(ctx, "worker");
  expect(fake.accepted).toHaveLength(1);
});

test("a paused account keeps its posts and asks for what is in doubt", async () => {
  const { ctx, fake, accountId } = await aWorkspace();
  fake.faults.push("reset-after");
  await haveScheduled(ctx, { accountIds: [accountId], texts: ["doubted"] });
  await publishDue(ctx, "worker");
  await haveScheduled(ctx, { accountIds: [accountId], texts: ["kept"] });
  await pauseAccount(ctx, { accountId });
  ctx.clock.pass({ seconds: 31 });
  await publishDue(ctx, "worker");
  expect((await listDeliveries(ctx)).map(({ state }) => state).toSorted()).toEqual([
    "published",
    "scheduled",
  ]);
  await resumeAccount(ctx, { accountId });
  await publishDue(ctx, "worker");
  expect(fake.accepted.map(({ text }) => text)).toEqual(["doubted", "kept"]);
});

test("a workspace is stopped by its managers; everything by owners of the first one, and the command line", async () => {
  const { ctx } = await aWorkspace();
  const neighbour = await haveNeighbour(ctx);
  const as = (role: Context["actor"]["role"]): Context => ({ ...ctx, actor: { id: "mo", role } });
  for (const useCase of [stopSending, resumeSending]) {
    await expect(useCase(as("editor"), ours)).rejects.toThrow("manager role");
    expect(await useCase(as("manager"), ours)).toMatchObject({ ok: true });
    await expect(useCase(as("manager"), all)).rejects.toThrow("owner role");
    await expect(useCase(neighbour, all)).rejects.toThrow("first workspace");
    expect(await useCase(systemContext(ctx, "workspace-2"), all)).toMatchObject({ ok: true });
    expect(await useCase(ctx, all)).toMatchObject({ ok: true });
  }
  expect(await showSending(ctx)).toMatchObject({ isStopped: false, mayStopAll: true });
});

async function aWorkspace() {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  const { id: accountId } = await haveAccount(ctx);
  return { ctx, fake, accountId };
}
