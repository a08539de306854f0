import { expect, test } from "vitest";

import { listJoinIn } from "#lib/advocacy/list-join-in";
import { replyToTouchpoint } from "#lib/advocacy/reply-to-touchpoint";
import { appreciateTouchpoint } from "#lib/engagement/appreciate-touchpoint";
import { collectAccount } from "#lib/engagement/collect-account";
import { judgeTouchpoint } from "#lib/engagement/judge-touchpoint";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import { isMilestone } from "#lib/engagement/text-signals/milestone";
import { runEventHandlers } from "#lib/event-handlers";
import type { Connector } from "#lib/networks/contract/connector";
import { changePerson } from "#lib/people/change-person";
import { recordConsent } from "#lib/people/record-consent";
import { posts } from "#lib/posts/schema";

import { runShoutloop } from "../cli/run-shoutloop.ts";
import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { haveAccount } from "../support/have-account.ts";
import { busyNetwork, reactionOf } from "../support/have-reactions.ts";

test("what somebody posted of their own is listed, with what may be given there", async () => {
  const { ctx } = await havePosts([
    ["mara", "Our wedding cake by @noorderwol, look at it!"],
    ["joost", "Knitted this with your wool"],
  ]);
  const { entries, held } = await listJoinIn(ctx);
  expect(held).toBe(0);
  expect(entries.map(({ person, isMilestone: is }) => [person.displayName, is])).toEqual(
    expect.arrayContaining([
      ["mara", true],
      ["joost", false],
    ]),
  );
  expect(entries).toMatchObject([{ canAnswer: true }, { canAnswer: true }]);
  const said = await runShoutloop(ctx, ["join-in", "--json"]);
  expect(said.json()).toMatchObject({ entries: [{ canAnswer: true, given: [] }, {}], held: 0 });
  ctx.clock.pass({ days: 15 });
  expect((await listJoinIn(ctx)).entries).toEqual([]);
});

test("the newest twenty are shown, and the others on request", async () => {
  const fans = Array.from({ length: 23 }, (_nothing, nr) => [`fan${nr}`, `Knitted hat ${nr}`]);
  const { ctx } = await havePosts(fans as [string, string][]);
  expect(await listJoinIn(ctx)).toMatchObject({ entries: { length: 20 }, more: 40 });
  expect(await listJoinIn(ctx, { limit: "40" })).toMatchObject({ entries: { length: 23 } });
  expect((await listJoinIn(ctx, { limit: 40 })).more).toBeUndefined();
  for (const limit of ["-1", "x", "1000000", "1.5"])
    expect((await listJoinIn(ctx, { limit })).entries).toHaveLength(20);
  const said = await runShoutloop(ctx, ["join-in", "--limit", "5", "--json"]);
  expect(said.json()).toMatchObject({ entries: { length: 5 }, hasMore: true });
});

test("a reply is one draft, however often it is asked for", async () => {
  const { ctx } = await havePosts([["mara", "Knitted this with your wool"]]);
  const touchpointId = await firstId(ctx);
  const both = await Promise.all([
    replyToTouchpoint(ctx, { touchpointId }),
    replyToTouchpoint(ctx, { touchpointId }),
  ]);
  expect(both[0]).toMatchObject({ ok: true });
  expect(both[1]).toEqual(both[0]);
  expect(await ctx.db.select().from(posts)).toMatchObject([
    { state: "draft", replyToTouchpointId: touchpointId },
  ]);
  expect((await listJoinIn(ctx)).entries).toMatchObject([
    { answerId: both[0].ok ? both[0].value.postId : "" },
  ]);
});

test("a like that was given shows, and is given once", async () => {
  const { ctx, network } = await havePosts([["mara", "Knitted this with your wool"]]);
  const touchpointId = await firstId(ctx);
  expect((await listJoinIn(ctx)).entries).toMatchObject([{ canAppreciate: false, given: [] }]);
  let given = 0;
  const appreciate: Connector["appreciate"] = async () => {
    given += 1;
    return { kind: "done" };
  };
  Object.assign(network.connector, { appreciate });
  expect((await listJoinIn(ctx)).entries).toMatchObject([{ canAppreciate: true, given: [] }]);
  for (const _twice of [1, 2]) await appreciateTouchpoint(ctx, { touchpointId, how: "like" });
  expect((await listJoinIn(ctx)).entries).toMatchObject([{ given: ["like"] }]);
  expect(given).toBe(1);
});

test.each<[string, string, (ctx: TestContext, personId: string) => Promise<unknown>]>([
  ["staff", "Love my job", (ctx, personId) => changePerson(ctx, { personId, role: "staff" })],
  ["never", "Love it", (ctx, personId) => changePerson(ctx, { personId, doNotThank: true })],
  [
    "a refusal",
    "Love it",
    (ctx, personId) =>
      recordConsent(ctx, { personId, scope: "mention", state: "refused", evidence: "mail" }),
  ],
  ["grief", "Said goodbye to mum with your flowers", async () => {}],
  ["illness", "Your hat in the hospice, she smiled", async () => {}],
  ["a child", "I am 9 years old and I made this with your kit", async () => {}],
  ["a rival", "20% cheaper at ours, better wool too", async () => {}],
])("held: %s", async (_why, text, tell) => {
  const { ctx } = await havePosts([["mara", text]]);
  const [said] = (await listTouchpoints(ctx)).touchpoints;
  await tell(ctx, said?.person.id ?? "");
  expect(await listJoinIn(ctx)).toEqual({ entries: [], held: 1 });
  expect(await replyToTouchpoint(ctx, { touchpointId: said?.touchpoint.id ?? "" })).toMatchObject({
    refusal: "held-back",
  });
});

test("praise that may be irony is marked to be read", async () => {
  const { ctx } = await havePosts([["mara", "Great, third broken scarf, thanks"]]);
  const { entries } = await listJoinIn(ctx);
  expect(entries.every(({ isToRead }) => isToRead)).toBe(true);
});

test("read as praise it need not be read; that it is no complaint says nothing of that", async () => {
  const { ctx } = await havePosts([["mara", "Great, third broken scarf, thanks"]]);
  const touchpointId = await firstId(ctx);
  await judgeTouchpoint(ctx, touchpointId, "no-complaint");
  expect((await listJoinIn(ctx)).entries).toMatchObject([{ isToRead: true }]);
  await judgeTouchpoint(ctx, touchpointId, "compliment");
  expect((await listJoinIn(ctx)).entries).toMatchObject([{ isToRead: false }]);
  await judgeTouchpoint(ctx, touchpointId, "not-a-compliment");
  expect((await listJoinIn(ctx)).entries).toEqual([]);
});

test.each([
  ["We just got married and wore your socks", true],
  ["It's my birthday, treating myself", true],
  ["Onze trouwdag, met jullie taart", true],
  ["Geslaagd! Met jullie agenda", true],
  ["Nice scarf", false],
  ["Fijne winkel", false],
])("celebrates or not: %s", (text, expected) => {
  expect(isMilestone(text)).toBe(expected);
});

const replyTarget = { root: "r", parent: "p" };

async function havePosts(said: readonly (readonly [string, string])[]) {
  const ctx = await haveWorkspace();
  const network = busyNetwork();
  const account = await haveAccount(ctx);
  ctx.clock.pass({ days: 1 });
  for (const [who, text] of said)
    network.reactions.push(
      reactionOf(who, { type: "mention", at: ctx.clock.now(), text, replyTarget }),
    );
  await collectAccount(ctx, account.id);
  await runEventHandlers(ctx);
  return { ctx, network };
}

async function firstId(ctx: TestContext): Promise<string> {
  const [entry] = (await listJoinIn(ctx)).entries;
  if (!entry) throw new Error("Nothing to join in with.");
  return entry.touchpoint.id;
}
