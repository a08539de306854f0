import { describe } from "vitest";

import { connectorContext } from "#lib/accounts/connector-context";
import { createHttpClient } from "#lib/http/client";
import type { Published } from "#lib/networks/contract/remote";
import { audienceUntil } from "#lib/networks/practice/audience";
import { practiceConnector } from "#lib/networks/practice/connector";
import { manifest } from "#lib/networks/practice/manifest";
import { findPracticeAccount, listPracticePosts } from "#lib/networks/practice/repository";

import { testContext, type TestContext } from "../support/context.ts";
import { contract } from "./contract.ts";
import type { Expected, NetworkUnderTest, StandingPost } from "./network-under-test.ts";

describe(`the contract, by ${manifest.label}`, () => {
  contract(practiceUnderTest);
});

async function practiceUnderTest(): Promise<NetworkUnderTest> {
  const ctx = await testContext();
  const { workspaceId } = ctx;
  return {
    connector: practiceConnector(ctx),
    context: connectorContext(
      { ...ctx, http: createHttpClient(undefined) },
      workspaceId,
      "practice",
    ),
    answers: {},
    read: (published) => standing(ctx, published),
    react: (published) => passDays(ctx, published),
  };
}

async function standing(
  ctx: TestContext,
  { remoteId }: Published,
): Promise<StandingPost | undefined> {
  const post = (await historyOf(ctx)).posts.find(({ id }) => id === remoteId);
  if (!post || post.removedAt) return undefined;
  const alts = post.images.map(({ alt }) => alt);
  return { text: post.text, answers: post.replyTo ?? undefined, alts };
}

/** The audience does what it does by itself, given time. */
async function passDays(ctx: TestContext, { remoteId }: Published): Promise<readonly Expected[]> {
  ctx.clock.pass({ days: 3 });
  const { account, posts } = await historyOf(ctx);
  return audienceUntil(account, posts, ctx.clock.now())
    .filter(({ onRemoteId }) => onRemoteId === remoteId)
    .map(({ type, person, onRemoteId }) => ({ type, by: person.handle, onRemoteId }));
}

async function historyOf(ctx: TestContext) {
  const account = await findPracticeAccount(ctx.db, { workspaceId: ctx.workspaceId });
  if (!account) throw new Error("Nobody connected.");
  return { account, posts: await listPracticePosts(ctx.db, account.id) };
}
