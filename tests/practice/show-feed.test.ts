import { expect, test } from "vitest";

import { insertPracticeAccount, insertPracticePost } from "#lib/networks/practice/repository";
import { showFeed } from "#lib/networks/practice/show-feed";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";

test("a feed that anybody may ask for is worked out once in a while, however often it is asked for", async () => {
  const ctx = await haveWorkspace();
  await haveFeed(ctx, 300);
  const first = await showFeed(ctx, "feed");
  for (let turn = 0; turn < 20; turn += 1) expect(await showFeed(ctx, "feed")).toBe(first);
  ctx.clock.pass({ seconds: 5 });
  expect(await showFeed(ctx, "feed")).not.toBe(first);
});

test("a page of it has an end, whatever was posted and answered", async () => {
  const ctx = await haveWorkspace();
  await haveFeed(ctx, 300);
  ctx.clock.pass({ hours: 170 });
  const feed = await showFeed(ctx, "feed");
  expect(feed?.entries).toHaveLength(20);
  for (const { answers } of feed?.entries ?? []) expect(answers.length).toBeLessThanOrEqual(12);
  expect(await showFeed(ctx, "no-such-feed")).toBeUndefined();
});

async function haveFeed(ctx: TestContext, posts: number): Promise<void> {
  const now = ctx.clock.now().getTime();
  const { workspaceId } = ctx;
  const account = { id: "feed", workspaceId, handle: "noorderwol", displayName: "Noorderwol" };
  await ctx.transact(async (tx) => {
    await insertPracticeAccount(tx, { ...account, createdAt: new Date(now) });
    for (let index = 0; index < posts; index += 1)
      await insertPracticePost(tx, {
        id: `post-${index}`,
        accountId: "feed",
        text: `Which colour for winter? ${index}`,
        images: [],
        replyTo: index % 2 === 0 ? null : "post-0",
        postedAt: new Date(now + index * 1_000),
        removedAt: null,
      });
  });
}
