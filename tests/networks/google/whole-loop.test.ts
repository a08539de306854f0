import { expect, test } from "vitest";

import { chooseAccounts } from "#lib/accounts/choose-accounts";
import { findAccount } from "#lib/accounts/repository";
import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { collectAccount } from "#lib/engagement/collect-account";
import { runEventHandlers } from "#lib/event-handlers";
import { publishDue } from "#lib/publisher/publish-due";

import type { TestContext } from "../../support/context.ts";
import { haveWorkspace } from "../../support/factories.ts";
import { haveScheduled } from "../../support/have-post.ts";
import { onlyPartOf, suggestionFor, touchpointsOf, valueOf } from "../whole-loop.ts";
import { haveGoogle, tryToSignIn } from "./have-google.ts";
import { addPlace, addReview } from "./world.ts";

async function started() {
  const ctx = await haveWorkspace();
  const server = await haveGoogle(ctx);
  return { ctx, server, account: valueOf(await tryToSignIn(ctx, server)) };
}

/** The engine's going on by itself. */
async function work(ctx: TestContext, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await publishDue(ctx, "worker-1");
    ctx.clock.pass({ minutes: 1 });
  }
}

test("of several places those that a person ticks are connected", async () => {
  const ctx = await haveWorkspace();
  const server = await haveGoogle(ctx);
  const other = addPlace(server.world, server.owner, "Stall");
  const refused = await tryToSignIn(ctx, server);
  if (refused.ok) throw new Error("One was picked by itself.");
  const { signInId } = refused.detail as { signInId: string };
  const remoteIds = [`locations/${other.id}`];
  const accounts = valueOf(await chooseAccounts(ctx, { signInId, remoteIds }));
  expect(accounts).toMatchObject([{ handle: "Stall" }]);
});

test("from signing in at Google to a thank-you below somebody's review", async () => {
  const { ctx, server, account } = await started();
  const options = { [account.id]: { action: "LEARN_MORE", address: "https://noorderwol.nl" } };
  const { postId } = await haveScheduled(ctx, {
    accountIds: [account.id],
    texts: ["New"],
    options,
  });
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, postId)).state).toBe("published");
  expect(server.world.posts).toMatchObject([
    { summary: "New", body: { callToAction: { actionType: "LEARN_MORE" } } },
  ]);

  const review = addReview(server.world, server.place, "Anna", 5, "I love my shawl, thank you!");
  ctx.clock.pass({ minutes: 5 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ outcome: "collected", count: 1 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ count: 0 });
  await runEventHandlers(ctx);
  expect(await touchpointsOf(ctx)).toMatchObject([{ type: "review", stars: 5, who: "Anna" }]);

  const suggestion = await suggestionFor(ctx, "Anna");
  const thanks = valueOf(await acceptShoutOut(ctx, { shoutOutId: suggestion.shoutOut.id }));
  valueOf(await schedulePost(ctx, { postId: thanks.id, when: { kind: "now" } }));
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, thanks.id)).state).toBe("published");
  expect(review.reply).toBeTruthy();
  expect(server.complaints).toEqual([]);
});

test.each(["reset-after", "error-after", "truncated-after", "malformed-after"] as const)(
  "an answer that got lost (%s): the list tells, and it is sent once",
  async (fault) => {
    const { ctx, server, account } = await started();
    server.faults.next("make-post", fault);
    const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Once"] });
    await work(ctx, 5);
    expect(await onlyPartOf(ctx, postId)).toMatchObject({
      state: "published",
      remoteId: server.world.posts[0]?.name,
    });
    expect(server.world.posts).toHaveLength(1);
  },
);

test.each([
  ["was lost on the way there", "reset-before", 0],
  ["was taken, and shows only after half an hour", "reset-after", 1],
] as const)(
  "where the list shows nothing a person is asked, and nothing is sent again: it %s",
  async (_name, fault, there) => {
    const { ctx, server, account } = await started();
    server.settings.listingLagMs = 30 * 60_000;
    server.faults.next("make-post", fault);
    const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Once"] });
    await work(ctx, 25);
    expect((await onlyPartOf(ctx, postId)).state).toBe("needs_person");
    expect(server.world.posts).toHaveLength(there);
  },
);

test("permission that was taken back pauses the account; its post goes once after signing in again", async () => {
  const { ctx, server, account } = await started();
  server.oauth.forget(server.owner.id);
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Later"] });
  await publishDue(ctx, "worker-1");
  expect(await findAccount(ctx.db, ctx.workspaceId, account.id)).toMatchObject({
    state: "needs_reconnect",
  });
  expect(server.world.posts).toEqual([]);
  valueOf(await tryToSignIn(ctx, server));
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, postId)).state).toBe("published");
  expect(server.world.posts).toHaveLength(1);
});
