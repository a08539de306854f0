import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { differenceOfShares } from "#lib/advocacy/difference-of-shares";
import { isHeldOut } from "#lib/advocacy/holdout";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { trials } from "#lib/advocacy/schema";
import { showUplift } from "#lib/advocacy/show-uplift";
import { suggestShoutOuts } from "#lib/advocacy/suggest-shout-outs";
import { thankPerson } from "#lib/advocacy/thank-person";
import type { Identity } from "#lib/people/person";
import { identities } from "#lib/people/schema";
import { deriveWorkspace } from "#lib/projector/derive-due";
import { mergePeople } from "#lib/projector/merge-people";
import { unmergePeople } from "#lib/projector/unmerge-people";
import { changeWorkspace } from "#lib/workspaces/change-workspace";

import { runShoutloop } from "../cli/run-shoutloop.ts";
import { noon, type TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

/** From the paper (Newcombe 1998, table II, method 10). */
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 10, 0.6075, 1],
])("the interval of %i of %i against %i of %i", (count, of, other, ofOthers, lower, upper) => {
  const found = differenceOfShares({ count, of }, { count: other, of: ofOthers });
  expect(found.difference).toBeCloseTo(count / of - other / ofOthers, 10);
  expect(found.lower).toBeCloseTo(lower, 3);
  expect(found.upper).toBeCloseTo(upper, 3);
});

test("a share is left out, the same ones however often the list is made, and others take their places", async () => {
  const ctx = await haveFans(12);
  await changeWorkspace(ctx, { settings: { heldOutPercent: 50, shoutOutsPerWeek: 5 } });
  expect(await suggestShoutOuts(ctx)).toBe(5);
  const first = await groups(ctx);
  expect(first.get("suggested")).toHaveLength(5);
  expect(first.get("held-out")?.length).toBeGreaterThan(0);
  await suggestShoutOuts(ctx);
  expect(await groups(ctx)).toEqual(first);

  const { suggestions, heldBack } = await listShoutOuts(ctx);
  expect(suggestions.map(({ person }) => person.id).toSorted()).toEqual(first.get("suggested"));
  const heldOut = heldBack.filter(({ reason }) => reason === "held-out");
  expect(heldOut.map(({ person }) => person.id).toSorted()).toEqual(first.get("held-out"));
  // A person who wants to thank them may.
  const [personId = ""] = first.get("held-out") ?? [];
  expect(await thankPerson(ctx, { personId })).toMatchObject({ ok: true });

  await changeWorkspace(ctx, { settings: { heldOutPercent: 0 } });
  expect((await listShoutOuts(ctx)).heldBack).toEqual([]);
});

test("chance leaves out about as many as were asked for", () => {
  const ctx = { workspaceId: "w", clock: { now: () => noon } };
  const identity = (index: number) => ({ personId: `p${index}`, mergedFrom: null }) as Identity;
  const count = (percent: number) =>
    Array.from({ length: 5_000 }, (_nothing, index) => index).filter((index) =>
      isHeldOut(ctx, { identity: identity(index) }, percent),
    ).length;
  expect(count(20)).toBeGreaterThan(900);
  expect(count(20)).toBeLessThan(1_100);
  expect(count(0)).toBe(0);
});

test("nobody is left out unless somebody asks for it, and after 90 days nobody is any more", async () => {
  const ctx = await haveFans(2);
  await suggestShoutOuts(ctx);
  expect(await ctx.db.select().from(trials)).toEqual([]);
  await changeWorkspace(ctx, { settings: { heldOutPercent: 50 } });
  ctx.clock.pass({ days: 1 });
  await haveMore(ctx, 8);
  await suggestShoutOuts(ctx);
  const held = async () =>
    (await listShoutOuts(ctx)).heldBack.filter(({ reason }) => reason === "held-out");
  expect(await held()).not.toEqual([]);
  ctx.clock.pass({ days: 91 });
  expect(await held()).toEqual([]);
});

test("what came after is compared once there are enough, without what answers a thank-you or complains", async () => {
  const ctx = await haveFans(42);
  await changeWorkspace(ctx, { settings: { heldOutPercent: 50, shoutOutsPerWeek: 50 } });
  await suggestShoutOuts(ctx);
  await divideEvenly(ctx);
  const { suggested = [], "held-out": heldOut = [] } = Object.fromEntries(await groups(ctx));
  expect(await showUplift(ctx)).toMatchObject({ suggested: { of: 0 }, effect: undefined });
  ctx.clock.pass({ days: 30 });
  for (const personId of suggested) await actLater(ctx, personId, "like");
  for (const personId of heldOut) await actLater(ctx, personId, "complaint");
  ctx.clock.pass({ days: 31 });
  const uplift = await showUplift(ctx);
  expect(uplift).toMatchObject({
    suggested: { count: suggested.length, of: suggested.length },
    heldOut: { count: 0, of: heldOut.length },
    thanked: 0,
  });
  expect(uplift.effect?.difference).toBe(1);
  expect(uplift.effect?.lower).toBeGreaterThan(0.7);
  expect((await runShoutloop(ctx, ["shout-out", "uplift", "--json"])).json()).toMatchObject({
    heldOutPercent: 50,
    neededOfEach: 20,
    effect: { difference: 1 },
  });
});

test("too few say nothing, and two who were in both groups and are merged say nothing either", async () => {
  const ctx = await haveFans(12);
  await changeWorkspace(ctx, { settings: { heldOutPercent: 50 } });
  await suggestShoutOuts(ctx);
  const { suggested = [], "held-out": heldOut = [] } = Object.fromEntries(await groups(ctx));
  ctx.clock.pass({ days: 61 });
  const before = await showUplift(ctx);
  expect(before).toMatchObject({ suggested: { of: 5 }, effect: undefined });
  await mergePeople(ctx, { personId: suggested[0] ?? "", otherId: heldOut[0] ?? "" });
  expect(await showUplift(ctx)).toMatchObject({
    suggested: { of: 4 },
    heldOut: { of: before.heldOut.of - 1 },
  });
  await unmergePeople(ctx, { personId: heldOut[0] ?? "" });
  expect(await showUplift(ctx)).toEqual(before);
});

test("the share is switched on from the command line, by who may", async () => {
  const ctx = await haveFans(1);
  const on = await runShoutloop(ctx, ["shout-out", "uplift", "--share", "20", "--json"]);
  expect(on.json()).toMatchObject({ heldOutPercent: 20, effect: null });
  const off = await runShoutloop(ctx, ["shout-out", "uplift", "--share", "90", "--json"]);
  expect(off.code).not.toBe(0);
});

async function haveFans(count: number): Promise<TestContext> {
  const ctx = await haveWorkspace();
  fakeNetwork();
  await haveAccount(ctx);
  await haveMore(ctx, count);
  return ctx;
}

async function haveMore(ctx: TestContext, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { personId } = await havePerson(ctx, { name: `fan${ctx.newId()}` });
    await haveTouchpoint(ctx, personId, { stars: 5 });
    ids.push(personId);
  }
  await deriveWorkspace(ctx);
  return ids;
}

async function actLater(ctx: TestContext, personId: string, type: "like" | "complaint") {
  const at = ctx.clock.now().toISOString().slice(0, 16);
  await haveTouchpoint(ctx, personId, { type, channel: "shop", at, text: "" });
}

/** Chance is fair in the long run only. */
async function divideEvenly(ctx: TestContext) {
  const drawn = await ctx.db.select().from(trials);
  await ctx.transact(async (tx) => {
    for (const [index, { id }] of drawn.entries())
      await tx
        .update(trials)
        .set({ group: index % 2 ? "held-out" : "suggested" })
        .where(eq(trials.id, id));
  });
}

/** People by group. */
async function groups(ctx: TestContext): Promise<Map<string, string[]>> {
  const owner = new Map(
    (await ctx.db.select().from(identities)).map(({ id, personId }) => [id, personId]),
  );
  const found = new Map<string, string[]>();
  for (const { group, identityId } of await ctx.db.select().from(trials))
    found.set(group, [...(found.get(group) ?? []), owner.get(identityId) ?? ""].toSorted());
  return found;
}
