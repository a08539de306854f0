import { beforeEach, expect, test } from "vitest";

import type { Account } from "#lib/accounts/account";
import { discardPost } from "#lib/deliveries/discard-post";
import { endRecurrence } from "#lib/deliveries/end-recurrence";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { makeOccurrences } from "#lib/deliveries/make-occurrences";
import { repeatPost } from "#lib/deliveries/repeat-post";
import { submitPost } from "#lib/deliveries/submit-post";
import { undoDiscard } from "#lib/deliveries/undo-discard";
import { listRecurrences, showRecurrence } from "#lib/posts/list-recurrences";
import type { PostWithVersions } from "#lib/posts/post";
import { showPost } from "#lib/posts/show-post";
import { publishDue } from "#lib/publisher/publish-due";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { type FakeNetwork, fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { havePost, haveScheduled } from "../support/have-post.ts";
import { haveRecurrence, occurrencesOf } from "../support/have-recurrence.ts";

let ctx: TestContext;
let fake: FakeNetwork;
let account: Account;
let accountIds: string[];

beforeEach(async () => {
  ctx = await haveWorkspace();
  fake = fakeNetwork();
  account = await haveAccount(ctx);
  accountIds = [account.id];
});

test("a planned post is the first, and the next sixty days are planned as posts of their own", async () => {
  const { postId } = await haveScheduled(ctx, { accountIds, at: "2026-03-06T10:00" });
  const { recurrenceId } = await haveRecurrence(ctx, { postId, rule: "FREQ=WEEKLY;BYDAY=FR" });
  // Over the change of the clock on 29 March.
  const planned = await occurrencesOf(ctx, recurrenceId);
  expect(planned.map(({ publishAt }) => publishAt?.toISOString())).toEqual([
    "2026-03-06T09:00:00.000Z",
    "2026-03-13T09:00:00.000Z",
    "2026-03-20T09:00:00.000Z",
    "2026-03-27T09:00:00.000Z",
    "2026-04-03T08:00:00.000Z",
    "2026-04-10T08:00:00.000Z",
    "2026-04-17T08:00:00.000Z",
    "2026-04-24T08:00:00.000Z",
  ]);
  expect(planned[0]?.id).toBe(postId);
  expect(new Set(planned.map(({ recurrenceDay }) => recurrenceDay)).size).toBe(8);
  const deliveries = await listDeliveries(ctx);
  expect(deliveries.map(({ dueAt }) => dueAt?.toISOString()).toSorted()).toEqual(
    planned.map(({ publishAt }) => publishAt?.toISOString()),
  );
  expect(planned.every(({ authorId }) => authorId === "ada")).toBe(true);
  expect(await showRecurrence(ctx, recurrenceId)).toMatchObject({
    plannedCount: 8,
    nextAt: new Date("2026-03-06T09:00:00.000Z"),
  });
});

test("a draft is the first too, and each goes out once as days pass", async () => {
  const postId = await havePost(ctx, { texts: ["Weekly"], accountIds });
  const from = "2026-03-02 10:00";
  await haveRecurrence(ctx, { postId, rule: "FREQ=DAILY;INTERVAL=5;COUNT=20", from });
  for (;;) {
    const [listed] = await listRecurrences(ctx);
    if (!listed?.nextAt) break;
    ctx.clock.set(listed.nextAt);
    await publishDue(ctx, "worker");
    await makeOccurrences(ctx);
    ctx.clock.pass({ seconds: 1 });
  }
  expect(fake.accepted).toHaveLength(20);
  expect(new Set(fake.accepted.map(({ at }) => at.toISOString().slice(0, 10))).size).toBe(20);
  const [listed] = await listRecurrences(ctx);
  expect(listed?.recurrence).toMatchObject({ nextMakeAt: null, obstacle: null });
});

test("workers that make at the same time make each once", async () => {
  const { recurrenceId } = await begun("FREQ=DAILY");
  for (const days of [0, 7, 31]) {
    ctx.clock.pass({ days });
    await Promise.all([makeOccurrences(ctx), makeOccurrences(ctx), makeOccurrences(ctx)]);
    await Promise.all([makeOccurrences(ctx), makeOccurrences(ctx)]);
  }
  const days = (await occurrencesOf(ctx, recurrenceId)).map(({ recurrenceDay }) => recurrenceDay);
  expect(days).toHaveLength(94);
  expect(new Set(days).size).toBe(94);
  expect(await listDeliveries(ctx, { limit: 500 })).toHaveLength(94);
});

test("what passed while nothing ran is not made up for", async () => {
  const { recurrenceId } = await begun("FREQ=WEEKLY");
  const before = (await occurrencesOf(ctx, recurrenceId)).length;
  ctx.clock.pass({ days: 200 });
  await makeOccurrences(ctx);
  const later = (await occurrencesOf(ctx, recurrenceId)).slice(before);
  expect(later.every(({ publishAt }) => publishAt && publishAt > ctx.clock.now())).toBe(true);
  expect(later).toHaveLength(9);
});

test("a skipped occurrence does not come again, unless that is undone; an edited one stays as edited", async () => {
  const { recurrenceId } = await begun("FREQ=WEEKLY");
  const [, second, third] = await occurrencesOf(ctx, recurrenceId);
  if (!second || !third) throw new Error("Too few.");
  await discardPost(ctx, { postId: second.id, wasScheduled: true });
  await edit(third, "Other words");
  ctx.clock.pass({ days: 1 });
  await makeOccurrences(ctx);
  const now = await occurrencesOf(ctx, recurrenceId);
  expect(now.map(({ id }) => id)).not.toContain(second.id);
  expect(now.map(({ recurrenceDay }) => recurrenceDay)).not.toContain(second.recurrenceDay);
  expect((await showPost(ctx, third.id)).parts[0]?.text).toBe("Other words");
  expect(await undoDiscard(ctx, { postId: second.id })).toMatchObject({
    value: { publishAt: second.publishAt },
  });
});

test("ended from a day on: what is as it was made is deleted, what was written anew is a draft", async () => {
  const { recurrenceId } = await begun("FREQ=WEEKLY");
  const planned = await occurrencesOf(ctx, recurrenceId);
  const [first, second, third] = planned;
  if (!third) throw new Error("Too few.");
  await edit(third, "Other words");
  const from = second?.recurrenceDay ?? "";
  const ended = await endRecurrence(ctx, { recurrenceId, from });
  expect(ended).toMatchObject({
    value: { deletedCount: planned.length - 2, draftCount: 1, keptCount: 0 },
  });
  ctx.clock.pass({ days: 100 });
  await makeOccurrences(ctx);
  expect((await occurrencesOf(ctx, recurrenceId)).map(({ id }) => id)).toEqual([first?.id]);
  expect((await showPost(ctx, third.id)).state).toBe("draft");
  expect(await listDeliveries(ctx)).toHaveLength(1);
  // Twice is no harm, and a later day does not bring it back.
  await endRecurrence(ctx, { recurrenceId, from: "2027-01-01" });
  expect((await showRecurrence(ctx, recurrenceId)).recurrence.endsBefore).toBe(from);
});

test("texts are taken in turn, and never one that its network had too lately", async () => {
  fake = fakeNetwork({ network: "strict", sameWordsDays: 20 });
  const strict = await haveAccount(ctx, { network: "strict", identifier: "bob.example" });
  const ids = [strict.id];
  const one = await havePost(ctx, { texts: ["One"], accountIds: ids });
  const from = "2026-03-06 10:00";
  const rule = "FREQ=WEEKLY";
  expect(await repeatPost(ctx, { postId: one, rule, from, alsoWordsOf: [] })).toMatchObject({
    refusal: "same-words-too-soon",
    detail: { account: "Fake (bob.example)", days: 20 },
  });
  const others = [
    await havePost(ctx, { texts: ["Two"], accountIds: ids }),
    await havePost(ctx, { texts: ["Three"], accountIds: ids }),
  ];
  // Somebody says the second words by hand, a little before it would be their turn.
  await haveScheduled(ctx, { texts: ["  two "], accountIds: ids, at: "2026-03-12T09:00" });
  const { recurrenceId } = await haveRecurrence(ctx, {
    postId: one,
    rule,
    from,
    alsoWordsOf: others,
  });
  const planned = await occurrencesOf(ctx, recurrenceId);
  const said = planned.map(({ parts, publishAt }) => [parts[0]?.text, publishAt?.toISOString()]);
  expect(said.map(([text, at]) => `${at?.slice(0, 10)} ${text}`)).toEqual([
    "2026-03-06 One",
    "2026-03-13 Three",
    // On 20 March each would have been too near.
    "2026-03-27 One",
    "2026-04-03 Two",
    "2026-04-10 Three",
    "2026-04-17 One",
    "2026-04-24 Two",
  ]);
  expect((await showRecurrence(ctx, recurrenceId)).recurrence.obstacle).toMatchObject({
    refusal: "same-words-near",
    day: "2026-03-20",
  });
});

async function begun(rule: string) {
  const { postId } = await haveScheduled(ctx, { accountIds, at: "2026-03-06T10:00" });
  return haveRecurrence(ctx, { postId, rule });
}

async function edit({ id, publishAt }: PostWithVersions, text: string): Promise<void> {
  const edited = await submitPost(ctx, {
    draft: { postId: id, stageId: "stage-awareness", accountIds, parts: [{ text }] },
    when: { kind: "wall-clock", at: publishAt?.toISOString() ?? "" },
    wasScheduled: true,
  });
  if (!edited.ok) throw new Error(edited.refusal);
}
