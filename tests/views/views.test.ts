import { expect, test } from "vitest";

import type { Context } from "#lib/kernel/context";
import { publishDue } from "#lib/publisher/publish-due";
import { viewAccounts } from "#lib/views/accounts";
import { viewCalendar } from "#lib/views/calendar";
import { viewComposer } from "#lib/views/composer";
import { viewDeliveries, viewDelivery } from "#lib/views/delivery";
import { findEverything } from "#lib/views/find";
import { viewFrame } from "#lib/views/frame";
import { viewJourney } from "#lib/views/journey";
import { viewMembers } from "#lib/views/members";
import { viewNeedsYou } from "#lib/views/needs-you";
import { viewPeople } from "#lib/views/people";
import { viewPerson } from "#lib/views/person";
import { viewPost } from "#lib/views/post";
import { viewPublishingSettings, viewSending } from "#lib/views/sending";
import { viewShoutOuts } from "#lib/views/shout-outs";
import { viewToday } from "#lib/views/today";
import { viewWorkspaceSettings } from "#lib/views/workspace-settings";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";
import { havePost, haveScheduled } from "../support/have-post.ts";

const days = ["2026-03-01", "2026-03-02", "2026-03-03"];

test("the plan: what is refused, what is coming and what is only begun", async () => {
  const { viewer, planned, failed, draftId } = await aBusyWorkspace();
  const calendar = await viewCalendar(viewer, { days });
  expect(calendar.events.map(({ id, look, canMove }) => [id, look, canMove])).toEqual([
    [failed.postId, "failed", false],
    [planned.postId, "scheduled", false],
  ]);
  expect(calendar.drafts.map(({ id }) => id)).toEqual([draftId]);
  expect(calendar.draftCount).toBe(1);
  const another = await viewCalendar(viewer, { days, accountId: "another" });
  expect(another).toMatchObject({ events: [], drafts: [], draftCount: 0 });

  const composer = await viewComposer(viewer, { post: planned.postId });
  expect(composer.start).toMatchObject({ isScheduled: true, when: { kind: "chosen" } });
  expect(composer.planned.map(({ id }) => id)).toEqual([failed.postId]);
  expect(await viewPost(viewer, planned.postId)).toMatchObject({
    status: "scheduled",
    deliveries: [{ account: { network: "fake" } }],
  });
});

test("a new post begins for the account that was just connected, and for none of another workspace", async () => {
  const { ctx } = await aBusyWorkspace();
  const { id } = await haveAccount(ctx, { identifier: "second.example" });
  const begun = async (account?: string) =>
    (await viewComposer(ctx, { ...(account && { account }) })).start.draft.accountIds;
  expect(await begun(id)).toEqual([id]);
  expect(await begun("of another workspace")).toEqual([]);
  expect(await begun()).toEqual([]);
});

test("an editor may move what is coming", async () => {
  const { ctx, planned } = await aBusyWorkspace();
  const { events } = await viewCalendar(ctx, { days });
  expect(events.find(({ id }) => id === planned.postId)).toMatchObject({ canMove: true });
});

test("what waits for a person stands in every place that counts it", async () => {
  const { viewer, failed } = await aBusyWorkspace();
  const deliveryId = failed.deliveries[0]?.id ?? "";
  const open = await viewNeedsYou(viewer, "7");
  expect(open).toMatchObject({ count: 1, page: 1, pages: 1, accounts: 0 });
  expect(open.questions.map(({ delivery }) => delivery.id)).toEqual([deliveryId]);
  expect((await viewFrame(viewer)).counts).toMatchObject({ questions: 1, accounts: 0 });
  expect(await viewToday(viewer, { daysAhead: 14, questions: 3 })).toMatchObject({ waiting: 1 });
  expect(await viewDelivery(viewer, deliveryId)).toMatchObject({
    delivery: { state: "failed" },
    account: { handle: "ada.example" },
  });
  const { questions, deliveries } = await viewDeliveries(viewer);
  expect([questions, deliveries.length]).toEqual([1, 2]);
});

test("people, accounts and settings", async () => {
  const { ctx, viewer, personId } = await aBusyWorkspace();
  expect((await viewPeople(viewer, {})).page.people).toHaveLength(1);
  expect(await viewPerson(viewer, personId, {})).toMatchObject({
    shown: { person: { id: personId } },
    page: { touchpoints: [{}] },
  });
  const { shown } = await viewPerson(viewer, personId, {});
  const search = shown.person.displayName;
  expect(await findEverything(viewer, { search })).toMatchObject({
    value: { people: [{ id: personId }] },
  });
  expect(await viewJourney(viewer, undefined)).toMatchObject({ accounts: [{ network: "fake" }] });
  expect(await viewShoutOuts(viewer)).toMatchObject({ suggestions: [] });
  const asked = { signInId: "made-up", reconnect: undefined };
  expect(await viewAccounts(viewer, asked)).toMatchObject({
    accounts: [{ network: "fake" }],
    signIn: undefined,
    canConnect: false,
    remembered: {},
  });
  expect(await viewAccounts(ctx, asked)).toMatchObject({ canConnect: true });
  expect(await viewMembers(viewer)).toMatchObject({ isOwner: false, invitations: [] });
  expect(await viewWorkspaceSettings(viewer)).toMatchObject({ canChange: false, isOwner: false });
  expect(await viewSending(viewer)).toMatchObject({ stops: [], mayStop: false });
  expect(await viewPublishingSettings(ctx)).toMatchObject({ sending: { mayStop: true } });
});

test("another workspace sees nothing of it", async () => {
  const { ctx, planned, failed, personId } = await aBusyWorkspace();
  const stranger = await haveNeighbour(ctx);
  const deliveryId = failed.deliveries[0]?.id ?? "";
  for (const [read, message] of [
    [() => viewPost(stranger, planned.postId), "No post"],
    [() => viewComposer(stranger, { post: planned.postId }), "No post"],
    [() => viewDelivery(stranger, deliveryId), "No delivery"],
    [() => viewPerson(stranger, personId, {}), "No person"],
  ] as const)
    await expect(read()).rejects.toThrow(message);
  const empty = { events: [], drafts: [], accounts: [] };
  expect(await viewCalendar(stranger, { days })).toMatchObject(empty);
  expect(await viewDeliveries(stranger)).toEqual({ questions: 0, deliveries: [] });
  expect(await viewNeedsYou(stranger, undefined)).toMatchObject({ count: 0, questions: [] });
  expect((await viewPeople(stranger, {})).page.people).toEqual([]);
  const counts = { shoutOuts: 0, questions: 0, unread: 0, accounts: 0 };
  expect(await viewFrame(stranger)).toMatchObject({ counts });
});

/** One post that was refused, one for tomorrow, a draft, and somebody who liked something. */
async function aBusyWorkspace() {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  const { id } = await haveAccount(ctx);
  const { personId } = await havePerson(ctx);
  await haveTouchpoint(ctx, personId, { type: "like", channel: "fake" });
  fake.faults.push("refuse");
  const failed = await haveScheduled(ctx, { accountIds: [id] });
  await publishDue(ctx, "worker");
  const planned = await haveScheduled(ctx, { accountIds: [id], at: "2026-03-02T09:00" });
  const draftId = await havePost(ctx, { accountIds: [id], texts: ["Begun"] });
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  return { ctx, viewer, failed, planned, draftId, personId };
}
