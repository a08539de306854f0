import { expect, test } from "vitest";

import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { listRecognitions } from "#lib/advocacy/list-recognitions";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { recordRecognition } from "#lib/advocacy/record-recognition";
import { reopenShoutOut } from "#lib/advocacy/reopen-shout-out";
import { thankPerson } from "#lib/advocacy/thank-person";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { runEventHandlers } from "#lib/event-handlers";
import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";
import { changePerson } from "#lib/people/change-person";
import { deletePost } from "#lib/posts/delete-post";
import { publishDue } from "#lib/publisher/publish-due";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

test("a thank-you that went out is given back once, however often that is told", async () => {
  const { ctx, personId, postId } = await haveAccepted();
  await schedulePost(ctx, { postId, when: { kind: "now" } });
  await publishDue(ctx, "worker");
  await runEventHandlers(ctx);
  const deliveries = await listDeliveries(ctx, {});
  const deliveryId = deliveries.find((delivery) => delivery.postId === postId)?.id ?? "";

  await recordRecognition(ctx, deliveryId);
  await recordRecognition(ctx, deliveryId);

  const given = await listRecognitions(ctx, personId);
  expect(given).toMatchObject([{ postId, kind: "public-mention" }]);
  const { suggestions, heldBack } = await listShoutOuts(ctx);
  expect(suggestions).toEqual([]);
  expect(heldBack).toMatchObject([{ reason: "thanked-recently" }]);
  const history = await listHistory(ctx.db, ctx.workspaceId, given[0]?.shoutOutId ?? "");
  expect(history.filter(({ type }) => type === "shout-out.done")).toHaveLength(1);
});

test("another workspace's delivery, and one that thanked nobody, give nothing back", async () => {
  const { ctx, personId } = await haveAccepted();
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };

  await recordRecognition({ ...ctx, workspaceId: "other" }, "unknown");
  await expect(recordRecognition(viewer, "unknown")).rejects.toThrow("editor role");
  expect(await listRecognitions(ctx, personId)).toEqual([]);
});

test("when the draft is deleted the suggestion stands again", async () => {
  const { ctx, postId, shoutOutId } = await haveAccepted();
  expect((await listShoutOuts(ctx)).suggestions).toEqual([]);

  await deletePost(ctx, { postId });
  await runEventHandlers(ctx);

  const { suggestions } = await listShoutOuts(ctx);
  expect(suggestions.map(({ shoutOut }) => shoutOut.id)).toEqual([shoutOutId]);
  expect(await acceptShoutOut(ctx, { shoutOutId })).toMatchObject({ ok: true });
});

test("a deleted post that thanked nobody, or another workspace's, reopens nothing", async () => {
  const { ctx, postId } = await haveAccepted();
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };

  await reopenShoutOut(ctx, "unknown");
  await reopenShoutOut({ ...ctx, workspaceId: "other" }, postId);

  await expect(reopenShoutOut(viewer, postId)).rejects.toThrow("editor role");
  expect((await listShoutOuts(ctx)).suggestions).toEqual([]);
});

test("somebody chosen by hand gets a suggestion, and the same one when asked again", async () => {
  const { ctx, personId } = await haveFan({ type: "like", channel: "fake" });
  expect((await listShoutOuts(ctx)).suggestions).toEqual([]);

  const first = await thankPerson(ctx, { personId });

  expect(first).toMatchObject({ ok: true, value: { status: "suggested", personId } });
  expect(await thankPerson(ctx, { personId })).toEqual(first);
});

test("two people who ask for the same fan at once get one suggestion", async () => {
  const { ctx, personId } = await haveFan({ type: "like", channel: "fake" });

  const answers = await Promise.all([1, 2, 3].map(() => thankPerson(ctx, { personId })));

  expect(new Set(answers.map((answer) => answer.ok && answer.value.id)).size).toBe(1);
  expect((await listShoutOuts(ctx)).suggestions).toHaveLength(1);
});

test("whoever is held back is not thanked by hand either, and the reason is told", async () => {
  const { ctx, personId } = await haveFan({ type: "like", channel: "fake" });
  await changePerson(ctx, { personId, doNotThank: true });

  expect(await thankPerson(ctx, { personId })).toMatchObject({
    refusal: "held-back",
    detail: { name: "mara", reason: "do-not-thank" },
  });
});

test("nothing done is nothing to thank for; viewers thank nobody; other workspaces' people do not exist", async () => {
  const { ctx, personId } = await haveFan({ type: "like", channel: "fake" });
  const quiet = await havePerson(ctx, { name: "quiet" });
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  const nothing = { refusal: "nothing-to-thank-for" };

  expect(await thankPerson(ctx, { personId: quiet.personId })).toMatchObject(nothing);
  expect(await thankPerson(ctx, { personId: "unknown" })).toMatchObject(nothing);
  await expect(thankPerson(viewer, { personId })).rejects.toThrow("editor role");
});

async function haveFan(act: Partial<Parameters<typeof haveTouchpoint>[2]>) {
  const ctx = await haveWorkspace();
  fakeNetwork();
  await haveAccount(ctx);
  const { personId } = await havePerson(ctx);
  await haveTouchpoint(ctx, personId, act);
  await runEventHandlers(ctx);
  return { ctx, personId };
}

async function haveAccepted() {
  const { ctx, personId } = await haveFan({ stars: 5 });
  const [first] = (await listShoutOuts(ctx)).suggestions;
  if (!first) throw new Error("Nobody is suggested.");
  const shoutOutId = first.shoutOut.id;
  const draft = await acceptShoutOut(ctx, { shoutOutId });
  if (!draft.ok) throw new Error(draft.refusal);
  await runEventHandlers(ctx);
  return { ctx, personId, shoutOutId, postId: draft.value.id };
}
