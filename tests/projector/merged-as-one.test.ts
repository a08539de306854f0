import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { findHold } from "#lib/advocacy/find-hold";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { thankQuietly } from "#lib/advocacy/thank-quietly";
import { events } from "#lib/events/schema";
import { changePerson } from "#lib/people/change-person";
import { eraseAgain } from "#lib/people/erase-again";
import { erasePerson } from "#lib/people/erase-person";
import { exportPerson } from "#lib/people/export-person";
import { listKnownErasures } from "#lib/people/list-known-erasures";
import { listPeople } from "#lib/people/list-people";
import { recordConsent } from "#lib/people/record-consent";
import { identities, persons } from "#lib/people/schema";
import { showPerson } from "#lib/people/show-person";
import { checkDerived } from "#lib/projector/check-derived";
import { closeCase } from "#lib/projector/close-case";
import { deriveWorkspace } from "#lib/projector/derive-due";
import { mergePeople } from "#lib/projector/merge-people";
import { unmergePeople } from "#lib/projector/unmerge-people";

import { runShoutloop } from "../cli/run-shoutloop.ts";
import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

type Told = (ctx: TestContext, personId: string) => Promise<unknown>;

const held: [string, string, Told][] = [
  [
    "a refusal",
    "consent-refused",
    (ctx, personId) =>
      recordConsent(ctx, { personId, scope: "mention", state: "refused", evidence: "by letter" }),
  ],
  ["a role", "staff", (ctx, personId) => changePerson(ctx, { personId, role: "staff" })],
  ["never", "do-not-thank", (ctx, personId) => changePerson(ctx, { personId, doNotThank: true })],
  [
    "an open complaint",
    "complaint-open",
    (ctx, personId) =>
      haveTouchpoint(ctx, personId, { type: "complaint", text: "De rits is stuk" }),
  ],
  [
    "a thank-you of yesterday",
    "thanked-recently",
    (ctx, personId) => thankQuietly(ctx, { personId, way: "card" }),
  ],
];

test.each(held)(
  "%s of one holds for both, and only for the one again",
  async (_what, reason, tell) => {
    const { ctx, personId, otherId } = await havePair();
    await tell(ctx, otherId);
    await deriveWorkspace(ctx);
    expect((await findHold(ctx, personId)).reason).toBeUndefined();
    await mergePeople(ctx, { personId, otherId });
    expect((await findHold(ctx, personId)).reason).toBe(reason);
    expect(await reasonsShown(ctx)).toEqual([reason]);
    // Whoever still has the other's page open gets the same answer.
    expect(await thankQuietly(ctx, { personId: otherId, way: "card" })).toMatchObject(
      reason === "consent-refused" ? { ok: true } : { refusal: "held-back", detail: { reason } },
    );
    if (reason === "consent-refused") return;
    await unmergePeople(ctx, { personId });
    expect((await findHold(ctx, personId)).reason).toBeUndefined();
    expect((await findHold(ctx, otherId)).reason).toBe(reason);
  },
);

test("a case of one is closed on the page of both", async () => {
  const { ctx, personId, otherId } = await havePair();
  await haveTouchpoint(ctx, otherId, { type: "complaint", text: "It came apart" });
  await mergePeople(ctx, { personId, otherId });
  expect(await closeCase(ctx, { personId, reason: "solved" })).toMatchObject({ ok: true });
  await deriveWorkspace(ctx);
  expect((await findHold(ctx, personId)).reason).toBe("complaint-closed-recently");
});

test("two who were both thanked today are one who was thanked twice, and rest", async () => {
  const { ctx, personId, otherId } = await havePair();
  for (const id of [personId, otherId]) await thankQuietly(ctx, { personId: id, way: "card" });
  await mergePeople(ctx, { personId, otherId });
  const { suggestions, heldBack, fairness } = await listShoutOuts(ctx);
  expect(suggestions).toEqual([]);
  expect(heldBack).toMatchObject([{ person: { id: personId }, reason: "thanked-recently" }]);
  expect(fairness).toMatchObject({ thanked: 1, mostOften: 2 });
});

test("what is told of both while they are merged stays with both", async () => {
  const { ctx, personId, otherId } = await havePair();
  await changePerson(ctx, { personId: otherId, note: "likes blue", role: "customer" });
  await mergePeople(ctx, { personId, otherId });
  expect(await showPerson(ctx, otherId)).toMatchObject({
    person: { id: personId, role: "customer", note: "likes blue" },
  });
  await changePerson(ctx, { personId, role: "influencer" });
  await unmergePeople(ctx, { personId: otherId });
  expect(await personsOf(ctx)).toMatchObject([
    { id: personId, role: "influencer", note: null, own: null },
    { id: otherId, role: "influencer", note: "likes blue", own: null },
  ]);
});

test("a merge of what somebody changed meanwhile is refused, and so is an edit of who was merged", async () => {
  const { ctx, personId, otherId } = await havePair();
  await changePerson(
    { ...ctx, actor: { id: "bo", role: "editor" } },
    { personId: otherId, note: "x" },
  );
  const shown = { personId, otherId, version: 1, otherVersion: 1 };
  expect(await mergePeople(ctx, shown)).toMatchObject({ refusal: "changed-since" });
  expect(await mergePeople(ctx, { ...shown, otherVersion: 2 })).toMatchObject({ ok: true });
  expect(await mergePeople(ctx, { personId: otherId, otherId: personId })).toMatchObject({
    refusal: "same-person",
  });
  expect(await changePerson(ctx, { personId: otherId, version: 2, note: "y" })).toMatchObject({
    refusal: "merged-meanwhile",
    detail: { name: "vermeer" },
  });
  expect(await unmergePeople(ctx, { personId: otherId })).toMatchObject({ ok: true });
  expect(await unmergePeople(ctx, { personId: otherId })).toMatchObject({ refusal: "not-merged" });
  const told = await ctx.db.select().from(events).where(eq(events.subjectId, personId));
  expect(told).toMatchObject([
    { type: "person.merged", actorId: "ada", detail: { otherId, version: 2 } },
    { type: "person.unmerged", actorId: "ada", detail: { otherId, version: 3 } },
  ]);
});

test("two who merge the same two at once merge them once", async () => {
  const { ctx, personId, otherId } = await havePair();
  const outcomes = await Promise.all([
    mergePeople(ctx, { personId, otherId }),
    mergePeople(ctx, { personId: otherId, otherId: personId }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await listPeople(ctx)).people).toHaveLength(1);
  expect(await checkDerived(ctx)).toMatchObject({ differences: [] });
});

test("erasing one of a pair is refused; erasing the pair leaves nothing of either", async () => {
  const { ctx, personId, otherId } = await havePair();
  await mergePeople(ctx, { personId, otherId });
  expect(await erasePerson(ctx, { personId: otherId })).toMatchObject({
    refusal: "merged-into",
    detail: { name: "vermeer" },
  });
  const { rows } = await exportPerson(ctx, personId);
  expect(rows.persons).toHaveLength(2);
  expect(await erasePerson(ctx, { personId })).toMatchObject({ ok: true });
  expect(await ctx.db.select().from(persons)).toEqual([]);
  expect(await ctx.db.select().from(identities)).toEqual([]);
});

test("one of a pair is erased alone once the merge is undone", async () => {
  const { ctx, personId, otherId } = await havePair();
  await mergePeople(ctx, { personId, otherId });
  await unmergePeople(ctx, { personId: otherId });
  await erasePerson(ctx, { personId: otherId });
  expect(await personsOf(ctx)).toMatchObject([{ id: personId, displayName: "vermeer" }]);
  expect(await checkDerived(ctx)).toMatchObject({ differences: [] });
});

test("a copy that still has them merged forgets only who was erased", async () => {
  const older = await havePair();
  await mergePeople(older.ctx, older);
  const newer = await havePair();
  await erasePerson(newer.ctx, { personId: newer.otherId });
  const { identities: known } = await listKnownErasures(newer.ctx.db);
  expect(await eraseAgain(older.ctx, { identities: known, persons: [] })).toMatchObject({
    people: 1,
  });
  await deriveWorkspace(older.ctx);
  expect(await personsOf(older.ctx)).toMatchObject([{ id: older.personId, mergedInto: null }]);
  expect(await checkDerived(older.ctx)).toMatchObject({ differences: [] });
});

test("a viewer and another workspace merge nobody", async () => {
  const { ctx, personId, otherId } = await havePair();
  const viewer = { ...ctx, actor: { id: "vi", role: "viewer" as const } };
  await expect(mergePeople(viewer, { personId, otherId })).rejects.toThrow();
  await expect(unmergePeople(viewer, { personId })).rejects.toThrow();
  await expect(
    mergePeople({ ...ctx, workspaceId: "other" }, { personId, otherId }),
  ).rejects.toThrow();
});

test("the command line suggests, merges, undoes and remembers a no", async () => {
  const { ctx, personId, otherId } = await havePair();
  const say = async (...args: string[]) =>
    (await runShoutloop(ctx, ["person", ...args, "--json"])).json();
  expect(await say("suggestions")).toMatchObject({
    suggestions: [{ confidence: "low", reasons: ["handle"] }],
    next: null,
  });
  expect(await say("merge", personId, otherId)).toEqual({ personId, otherId });
  expect(await say("show", otherId)).toMatchObject({ id: personId, identities: [{}, {}] });
  expect(await say("suggestions")).toMatchObject({ suggestions: [] });
  expect(await say("unmerge", personId)).toEqual({ personId, otherId });
  expect(await say("not-same", personId, otherId)).toMatchObject({ isUndone: false });
  expect(await say("suggestions")).toMatchObject({ suggestions: [] });
  expect(await say("not-same", otherId, personId, "--undo")).toMatchObject({ isUndone: true });
  expect(await say("suggestions")).toMatchObject({ suggestions: [{}] });
});

/** Two who left a good review each, on two networks of which we have accounts. */
async function havePair() {
  const ctx = await haveWorkspace();
  fakeNetwork();
  await haveAccount(ctx);
  const { personId } = await havePerson(ctx, { name: "vermeer" });
  const other = await havePerson(ctx, { name: "vermeer", network: "other" });
  for (const id of [personId, other.personId]) await haveTouchpoint(ctx, id, { stars: 5 });
  await deriveWorkspace(ctx);
  return { ctx, personId, otherId: other.personId };
}

async function reasonsShown(ctx: TestContext): Promise<string[]> {
  const { suggestions, quiet, heldBack } = await listShoutOuts(ctx);
  expect([...suggestions, ...quiet]).toEqual([]);
  return heldBack.map(({ reason }) => reason);
}

async function personsOf(ctx: TestContext) {
  return ctx.db.select().from(persons).orderBy(persons.id);
}
