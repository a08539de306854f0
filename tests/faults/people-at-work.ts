import type { Account } from "#lib/accounts/account";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import type { Runtime } from "#lib/kernel/context";
import { publishDue } from "#lib/publisher/publish-due";
import { changeWorkspace } from "#lib/workspaces/change-workspace";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork, type FakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";

export interface AtWork {
  readonly ctx: TestContext;
  readonly fake: FakeNetwork;
  readonly accounts: readonly Account[];
}

type AtWorkOptions = {
  accounts?: number;
  posts?: number;
  /** A store of the test's own. */
  on?: Partial<Runtime>;
} & Parameters<typeof fakeNetwork>[0];

/** A workspace that publishes late rather than asking, whose accounts each have so many posts due now, numbered in order. */
export async function peopleAtWork({
  accounts: accountCount = 2,
  posts = 3,
  on = {},
  ...network
}: AtWorkOptions = {}): Promise<AtWork> {
  const ctx = await haveWorkspace(on);
  await changeWorkspace(ctx, { settings: { whenTooLate: "publish" } });
  const fake = fakeNetwork(network);
  const accounts: Account[] = [];
  for (let number = 1; number <= accountCount; number += 1)
    accounts.push(await haveAccount(ctx, { identifier: `account-${number}.example` }));
  for (let post = 1; post <= posts; post += 1) {
    const accountIds = accounts.map(({ id }) => id);
    await haveScheduled(ctx, { accountIds, texts: [`post ${String(post).padStart(3, "0")}`] });
    ctx.clock.pass({ ms: 1 });
  }
  return { ctx, fake, accounts };
}

/** Works through whatever is due and passes time until nothing is left to do. Errors are what the next round is for. */
export async function workOn(
  { ctx }: AtWork,
  {
    rounds = 20,
    seconds = 120,
    runtime = ctx,
  }: { rounds?: number; seconds?: number; runtime?: Runtime } = {},
): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await publishDue(runtime, "worker").catch((error: unknown) => errors.push(error));
    ctx.clock.pass({ seconds });
  }
  return errors;
}

/** How many deliveries are in each state. */
export async function states({ ctx }: AtWork): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of await listDeliveries(ctx, { limit: 2_000 }))
    counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** What people can see: on every account, how often each text stands there. */
export function seen({ fake, accounts }: AtWork): string[][] {
  return accounts.map(({ id }) =>
    fake.accepted.filter(({ accountId }) => accountId === id).map(({ text }) => text),
  );
}

export function numbered(posts: number): string[] {
  return Array.from({ length: posts }, (_, post) => `post ${String(post + 1).padStart(3, "0")}`);
}

/** Lets so much pass every few milliseconds, for work that waits for time by itself. */
export function timePasses({ ctx }: AtWork, seconds = 30): () => void {
  const timer = setInterval(() => ctx.clock.pass({ seconds }), 20);
  return () => clearInterval(timer);
}
