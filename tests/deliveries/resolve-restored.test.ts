import { expect, test } from "vitest";

import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { resolveRestored, showRestored } from "#lib/deliveries/resolve-restored";
import { undoResolution } from "#lib/deliveries/undo-resolution";
import type { Context } from "#lib/kernel/context";
import { publishDue } from "#lib/publisher/publish-due";

import { runShoutloop } from "../cli/run-shoutloop.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";
import { park } from "../support/park.ts";
import { setDelivery } from "../support/set-delivery.ts";

test("one answer is for every post that may be out since a restore, and for no other", async () => {
  const { ctx, fake } = await asked(["one", "two", "alike", "in doubt", "planned"]);
  expect(await showRestored(ctx)).toMatchObject({ count: 2 });
  expect(await resolveRestored(ctx, { answer: "is-there" })).toEqual({
    ok: true,
    value: { answered: 2 },
  });
  expect(await statesOf(ctx)).toEqual({
    one: "published",
    two: "published",
    alike: "needs_person",
    "in doubt": "needs_person",
    planned: "scheduled",
  });
  await publishDue(ctx, "worker");
  expect(fake.accepted.map(({ text }) => text)).toEqual(["planned"]);
});

test("left out they can be taken back one by one; sent again, each leaves once", async () => {
  const { ctx, fake } = await asked(["one", "two"]);
  expect(await resolveRestored(ctx, { answer: "leave-out", count: 2 })).toMatchObject({ ok: true });
  expect(await statesOf(ctx)).toEqual({ one: "cancelled", two: "cancelled" });
  for (const { id } of await listDeliveries(ctx)) await undoResolution(ctx, { deliveryId: id });
  expect(await showRestored(ctx)).toMatchObject({ count: 2 });
  expect(await resolveRestored(ctx, { answer: "send-again" })).toMatchObject({ ok: true });
  await publishDue(ctx, "worker");
  await publishDue(ctx, "worker");
  expect(fake.accepted.map(({ text }) => text).toSorted()).toEqual(["one", "two"]);
  expect(await resolveRestored(ctx, { answer: "send-again" })).toEqual({
    ok: true,
    value: { answered: 0 },
  });
});

test("who saw others than those that wait now answers nothing", async () => {
  const { ctx } = await asked(["one", "two"]);
  expect(await resolveRestored(ctx, { answer: "leave-out", count: 1 })).toMatchObject({
    refusal: "other-questions",
    detail: { count: 2 },
  });
  expect(await showRestored(ctx)).toMatchObject({ count: 2 });
  const late = await runShoutloop(ctx, "delivery resolve-restored leave-out --count 3".split(" "));
  expect(late).toMatchObject({ code: 1, err: expect.stringContaining("2 posts wait") });
  const done = await runShoutloop(ctx, "delivery resolve-restored is-there --json".split(" "));
  expect(done.json()).toEqual({ answered: 2 });
});

test("as many as were seen, but others, are not answered", async () => {
  const { ctx } = await asked(["one", "two", "late"]);
  const [one, , late] = (await listDeliveries(ctx)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const set = (id: string, recovery: "none" | "restored") =>
    ctx.transact((tx) => setDelivery(tx, id, { recovery }));
  await set(late!.id, "none");
  const { digest: seen, count } = await showRestored(ctx);
  await set(one!.id, "none");
  await set(late!.id, "restored");
  expect(await showRestored(ctx)).toMatchObject({ count });
  expect(await resolveRestored(ctx, { answer: "send-again", seen })).toMatchObject({
    refusal: "other-questions",
  });
  const now = await showRestored(ctx);
  expect(await resolveRestored(ctx, { answer: "leave-out", seen: now.digest })).toMatchObject({
    value: { answered: 2 },
  });
});

test("two who answer at once answer each post once, and viewers and strangers none", async () => {
  const { ctx } = await asked(["one", "two", "three"]);
  const viewer: Context = { ...ctx, actor: { id: "vic", role: "viewer" } };
  await expect(resolveRestored(viewer, { answer: "leave-out" })).rejects.toThrow("editor");
  const elsewhere = { ...ctx, workspaceId: "workspace-2" };
  expect(await resolveRestored(elsewhere, { answer: "leave-out" })).toMatchObject({
    value: { answered: 0 },
  });
  const both = await Promise.all([
    resolveRestored(ctx, { answer: "leave-out" }),
    resolveRestored(ctx, { answer: "is-there" }),
  ]);
  const answered = both.map((one) => (one.ok ? one.value.answered : 0));
  expect(answered.reduce((sum, one) => sum + one, 0)).toBe(3);
});

/** "alike": something like it was found; "in doubt": of another cause; "planned": nothing is asked. */
async function asked(texts: readonly string[]) {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  const account = await haveAccount(ctx);
  for (const text of texts) {
    const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: [text] });
    const [delivery] = await listDeliveries(ctx, { postIds: [postId] });
    const id = delivery?.id ?? "";
    if (text === "planned") continue;
    await park(ctx, id);
    const at = ctx.clock.now().toISOString();
    const found = [{ remoteId: "r", text, at, url: "https://fake.example/r", reference: {} }];
    const candidates = text === "alike" ? found : [];
    const recovery = text === "in doubt" ? "none" : "restored";
    await ctx.transact((tx) => setDelivery(tx, id, { recovery, candidates }));
  }
  return { ctx, fake };
}

async function statesOf(ctx: Context): Promise<Record<string, string>> {
  const all = await listDeliveries(ctx);
  return Object.fromEntries(all.map(({ snapshot, state }) => [snapshot.text, state]));
}
