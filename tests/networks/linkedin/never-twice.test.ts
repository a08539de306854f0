import { expect, test } from "vitest";

import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { publishDue } from "#lib/publisher/publish-due";

import type { TestContext } from "../../support/context.ts";
import { haveWorkspace } from "../../support/factories.ts";
import { haveScheduled } from "../../support/have-post.ts";
import type { Fault } from "../stand-in/faults.ts";
import { onlyPartOf, valueOf } from "../whole-loop.ts";
import { connectTo, haveLinkedIn, postsBy, sentTo } from "./have-linkedin.ts";
import { addPost, type Post } from "./world.ts";

async function started(use: "member" | "pages") {
  const ctx = await haveWorkspace();
  const server = await haveLinkedIn(ctx);
  const account = await connectTo(ctx, server, use);
  const schedule = async (text: string) => {
    const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: [text] });
    return () => onlyPartOf(ctx, postId);
  };
  const tries = () => sentTo(server, "POST", "/rest/posts").length;
  const there = () => postsBy(server, account.remoteId);
  return { ctx, server, account, schedule, tries, there };
}

/** The engine's going on by itself. */
async function work(ctx: TestContext, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await publishDue(ctx, "worker-1");
    ctx.clock.pass({ minutes: 1 });
  }
}

/** What becomes of one post whose first answers are lost: where it ends, how many stand there, how often it was sent. */
async function lost(use: "member" | "pages", ...faults: readonly Fault[]) {
  const world = await started(use);
  world.server.faults.next("create-post", ...faults);
  const part = await world.schedule("A scarf");
  await work(world.ctx, 20);
  const { state, remoteId, reason } = await part();
  return { state, remoteId, reason, there: world.there(), tries: world.tries() };
}

test("a member's post that arrived and was not answered: one probe is refused, and names it", async () => {
  const { state, remoteId, there, tries } = await lost("member", "reset-after");
  expect({ state, remoteId, count: there.length, tries }).toEqual({
    state: "published",
    remoteId: there[0]?.urn,
    count: 1,
    tries: 2,
  });
});

test("a member's post that did not arrive: the probe is accepted", async () => {
  const { state, there, tries } = await lost("member", "reset-before");
  expect([state, there.length, tries]).toEqual(["published", 1, 2]);
});

test.each<[string, readonly [Fault, Fault], number]>([
  ["both arrived", ["reset-after", "reset-after"], 1],
  ["neither arrived", ["reset-before", "reset-before"], 0],
  ["the second arrived", ["error-before", "error-after"], 1],
])(
  "a probe that is not answered either is the last: %s, and a person is asked",
  async (_name, faults, count) => {
    const { state, reason, there, tries } = await lost("member", ...faults);
    expect([state, reason, there.length, tries]).toEqual([
      "needs_person",
      "still-unknown",
      count,
      2,
    ]);
  },
);

test("a page's post that arrived is found in its list, and sent once", async () => {
  const { state, remoteId, there, tries } = await lost("pages", "reset-after");
  expect([state, remoteId, there.length, tries]).toEqual(["published", there[0]?.urn, 1, 1]);
});

test("a page's post that did not arrive is sent again", async () => {
  const { state, there, tries } = await lost("pages", "reset-before");
  expect([state, there.length, tries]).toEqual(["published", 1, 2]);
});

test("a list that lags: the second try is refused, and what it names is ours", async () => {
  const { ctx, server, schedule, there, tries } = await started("pages");
  server.rules.listingLagMs = 30 * 60_000;
  server.faults.next("create-post", "reset-after");
  const part = await schedule("A scarf");
  await work(ctx, 20);
  expect(await part()).toMatchObject({ state: "published", remoteId: there()[0]?.urn });
  expect([there().length, tries()]).toEqual([1, 2]);
});

/** Somebody posted these words by hand, on LinkedIn itself. */
function postedByHand(
  { server, account }: Awaited<ReturnType<typeof started>>,
  text: string,
): Post {
  return addPost(server.world, { author: account.remoteId, commentary: text });
}

test.each(["member", "pages"] as const)(
  "as %s: a refusal of the very first request names somebody else's post, and is never ours",
  async (use) => {
    const world = await started(use);
    const { ctx, schedule, tries } = world;
    const byHand = postedByHand(world, "A scarf");
    ctx.clock.pass({ minutes: 10 });
    const part = await schedule("A scarf");
    await work(ctx, 60);
    expect(await part()).toMatchObject({ state: "needs_person", reason: "duplicate" });
    expect(tries()).toBe(1);
    if (use === "member")
      expect((await part()).candidates).toMatchObject([{ remoteId: byHand.urn }]);
  },
);

test("a post that was taken down yesterday and is still named is not taken for ours", async () => {
  const world = await started("member");
  const { ctx, server, schedule, there } = world;
  server.rules.duplicateMs = 48 * 60 * 60_000;
  server.rules.remembersDeleted = true;
  const dead = postedByHand(world, "A scarf");
  dead.isDeleted = true;
  ctx.clock.pass({ minutes: 20 * 60 });
  server.faults.next("create-post", "error-before");
  const part = await schedule("A scarf");
  await work(ctx, 60);
  expect(await part()).toMatchObject({ state: "needs_person", reason: "duplicate" });
  expect(there()).toEqual([]);
});

test("what another delivery has is not given to a second one with the same words", async () => {
  const { ctx, server, schedule, there } = await started("member");
  const first = await schedule("A scarf");
  await work(ctx, 1);
  server.faults.next("create-post", "error-before");
  const second = await schedule("A scarf");
  await work(ctx, 60);
  expect(await first()).toMatchObject({ state: "published", remoteId: there()[0]?.urn });
  expect((await second()).state).toBe("needs_person");
  expect(there()).toHaveLength(1);
});

test("an hour later nobody knows how long LinkedIn remembers: nothing is probed", async () => {
  const { ctx, server, schedule, tries } = await started("member");
  server.faults.next("create-post", "reset-after");
  const part = await schedule("A scarf");
  await publishDue(ctx, "worker-1");
  ctx.clock.pass({ minutes: 61 });
  await work(ctx, 30);
  expect([(await part()).state, tries()]).toEqual(["needs_person", 1]);
});

test("a person who says that it is not there sends it again, and LinkedIn still keeps it single", async () => {
  const { ctx, server, schedule, there } = await started("member");
  server.faults.next("create-post", "reset-after", "reset-after");
  const part = await schedule("A scarf");
  await work(ctx, 20);
  const { id: deliveryId } = await part();
  valueOf(await resolveDelivery(ctx, { deliveryId, answer: "send-again" }));
  await work(ctx, 20);
  expect(there()).toHaveLength(1);
  // What was sent before the person's word is not counted any more, so the named one is theirs to pick.
  const [remoteId] = there().map(({ urn }) => urn);
  expect(await part()).toMatchObject({ reason: "duplicate", candidates: [{ remoteId }] });
  const answer = { deliveryId, answer: "is-there" as const, candidateRemoteId: remoteId };
  valueOf(await resolveDelivery(ctx, answer));
  expect(await part()).toMatchObject({ state: "published", remoteId });
});
