import { expect, test } from "vitest";

import { listOptionChoices } from "#lib/accounts/list-option-choices";
import { findAccount } from "#lib/accounts/repository";
import { editPublished } from "#lib/deliveries/edit-published";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { collectAccount } from "#lib/engagement/collect-account";
import { publishDue } from "#lib/publisher/publish-due";

import type { TestContext } from "../../support/context.ts";
import { haveWorkspace } from "../../support/factories.ts";
import { haveImage } from "../../support/have-image.ts";
import { havePost, haveScheduled } from "../../support/have-post.ts";
import { onlyPartOf, valueOf } from "../whole-loop.ts";
import { havePinterest, signInToPinterest } from "./have-pinterest.ts";

async function started() {
  const ctx = await haveWorkspace();
  const server = await havePinterest(ctx);
  const account = await signInToPinterest(ctx, server);
  const image = await haveImage(ctx);
  const pin = {
    accountIds: [account.id],
    texts: ["Our new shawl"],
    images: [{ mediaId: image.id, alt: "A red shawl" }],
    options: { [account.id]: { board: server.board.id, title: "Shawl" } },
  };
  return { ctx, server, account, pin };
}

/** The engine's going on by itself. */
async function work(ctx: TestContext, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await publishDue(ctx, "worker-1");
    ctx.clock.pass({ minutes: 1 });
  }
}

test("from signing in on Pinterest to a pin on a chosen board, which is then changed", async () => {
  const { ctx, server, account, pin } = await started();
  const { choices } = valueOf(
    await listOptionChoices(ctx, { accountId: account.id, option: "board" }),
  );
  expect(choices).toEqual([{ value: server.board.id, label: "Shawls" }]);
  const { postId } = await haveScheduled(ctx, pin);
  await publishDue(ctx, "worker-1");
  const part = await onlyPartOf(ctx, postId);
  expect(part).toMatchObject({ state: "published", remoteId: server.world.pins[0]?.id });
  expect(server.world.pins).toMatchObject([
    { title: "Shawl", description: "Our new shawl", alt: "A red shawl", pictures: 1 },
  ]);
  valueOf(await editPublished(ctx, { deliveryId: part.id, text: "Our newest shawl" }));
  expect(server.world.pins[0]?.description).toBe("Our newest shawl");
  expect(await collectAccount(ctx, account.id)).toMatchObject({ outcome: "collected", count: 0 });
  expect(server.complaints).toEqual([]);
});

test.each([
  ["image-missing", { images: [] }],
  ["post-option-missing", { options: {} }],
])("a post without all that a pin needs is not planned: %s", async (refusal, without) => {
  const { ctx, pin } = await started();
  const bare = await havePost(ctx, { ...pin, ...without });
  expect(await schedulePost(ctx, { postId: bare, when: { kind: "now" } })).toMatchObject({
    refusal,
  });
});

test.each(["reset-after", "error-after", "truncated-after", "malformed-after"] as const)(
  "an answer that got lost (%s): the list tells, and it is sent once",
  async (fault) => {
    const { ctx, server, pin } = await started();
    server.faults.next("make-pin", fault);
    const { postId } = await haveScheduled(ctx, pin);
    await work(ctx, 6);
    expect(await onlyPartOf(ctx, postId)).toMatchObject({
      state: "published",
      remoteId: server.world.pins[0]?.id,
    });
    expect(server.world.pins).toHaveLength(1);
  },
);

test.each([
  ["was lost on the way there", "reset-before", 0],
  ["was taken, and shows only after half an hour", "reset-after", 1],
] as const)(
  "where the list shows nothing a person is asked, and nothing is sent again: it %s",
  async (_name, fault, there) => {
    const { ctx, server, pin } = await started();
    server.settings.listingLagMs = 30 * 60_000;
    server.faults.next("make-pin", fault);
    const { postId } = await haveScheduled(ctx, pin);
    await work(ctx, 25);
    expect((await onlyPartOf(ctx, postId)).state).toBe("needs_person");
    expect(server.world.pins).toHaveLength(there);
    const sent = server.requests.filter(
      ({ method, path }) => method === "POST" && path === "/v5/pins",
    );
    expect(sent).toHaveLength(1);
  },
);

test("permission that was taken back pauses the account; its pin goes once after signing in again", async () => {
  const { ctx, server, account, pin } = await started();
  server.oauth.forget(server.brand.id);
  const { postId } = await haveScheduled(ctx, pin);
  await publishDue(ctx, "worker-1");
  expect(await findAccount(ctx.db, ctx.workspaceId, account.id)).toMatchObject({
    state: "needs_reconnect",
  });
  expect(server.world.pins).toEqual([]);
  await signInToPinterest(ctx, server);
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, postId)).state).toBe("published");
  expect(server.world.pins).toHaveLength(1);
});
