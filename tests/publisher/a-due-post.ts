import { listDeliveries } from "#lib/deliveries/list-deliveries";
import type { Context } from "#lib/kernel/context";
import type { OutcomeRule } from "#lib/networks/contract/manifest";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";

/** Due at once, or at a time on the workspace's clock. */
export async function aDuePost(
  at?: string,
  texts: readonly string[] = ["Hello"],
  outcome: Partial<OutcomeRule> = {},
) {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork({ outcome });
  const account = await haveAccount(ctx);
  const post = await haveScheduled(ctx, {
    accountIds: [account.id],
    texts,
    ...(at !== undefined && { at }),
  });
  return { ctx, fake, account, post };
}

export async function deliveriesOf(ctx: Context, postId: string) {
  return listDeliveries(ctx, { postIds: [postId] });
}

export async function statesOf(ctx: Context, postId: string) {
  return (await deliveriesOf(ctx, postId)).map(({ state }) => state);
}
