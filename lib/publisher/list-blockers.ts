import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import { priceOfDelivery } from "../deliveries/delivery-price.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { listOf } from "../deliveries/repository.ts";
import type { Context } from "../kernel/context.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import { findSpentOutUntil } from "../spending/find-spent-out-until.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { type Blocker, type BlockerFacts, findBlocker } from "./blocker.ts";
import { findSpentUntil } from "./budget-repository.ts";
import { postsPerDay } from "./budget.ts";
import { listStops } from "./stop-repository.ts";

export interface BlockedDelivery {
  readonly deliveryId: string;
  readonly postId: string;
  readonly accountId: string;
  readonly network: string;
  readonly handle: string;
  readonly blocker: Blocker;
}

const largestPage = 2_000;

/** Returns the planned deliveries of these posts that will not be sent at their time, with the reason. */
export async function listBlockers(
  ctx: Context,
  { postIds }: { postIds: readonly string[] },
): Promise<BlockedDelivery[]> {
  requireRole(ctx, "viewer");
  if (postIds.length === 0) return [];
  const [stops, accounts] = await Promise.all([listStops(ctx.db), listAccounts(ctx)]);
  if (stops.length === 0 && accounts.every((account) => isUnblocked(ctx.networks, account)))
    return [];
  const states = ["scheduled"] as const;
  const planned = await listOf(ctx.db, ctx.workspaceId, { postIds, states, limit: largestPage });
  const spent = spentReader(ctx);
  const now = ctx.clock.now();
  const blocked: BlockedDelivery[] = [];
  for (const delivery of planned) {
    const account = accounts.find(({ id }) => id === delivery.accountId);
    const until = account ? await spent(account, delivery) : {};
    const blocker = findBlocker(delivery, { stops, account, now, ...until });
    if (blocker) blocked.push(blockedBy(delivery, account, blocker));
  }
  return blocked;
}

/**
 * Whether no blocker can apply to the account. This holds for most accounts, which saves the other queries.
 */
function isUnblocked(networks: NetworkRegistry, account: Account): boolean {
  const { state, rateLimitedUntil, postsResumeAt, budget } = account;
  const isUnlimited =
    budget?.usdMicrosPerMonth === undefined && postsPerDay(networks, account) === undefined;
  return state === "active" && !rateLimitedUntil && !postsResumeAt && isUnlimited;
}

/**
 * Returns a function that reads until when an account's monthly and daily limits are used up. Queries once
 * per account and price.
 */
function spentReader(ctx: Context) {
  const { db, clock, networks } = ctx;
  const now = clock.now();
  const known = new Map<string, Promise<Pick<BlockerFacts, "spentOutUntil" | "dayUntil">>>();
  async function read(account: Account, price: number) {
    const [spentOutUntil, dayUntil] = await Promise.all([
      findSpentOutUntil(db, account, price, now),
      findSpentUntil(db, account.id, { most: postsPerDay(networks, account), now }),
    ]);
    return { spentOutUntil, dayUntil };
  }
  return (account: Account, delivery: Delivery) => {
    const price = priceOfDelivery(networks, delivery);
    const key = `${account.id} ${price}`;
    const until = known.get(key) ?? read(account, price);
    known.set(key, until);
    return until;
  };
}

function blockedBy(
  { id, postId, accountId, network }: Delivery,
  account: Account | undefined,
  blocker: Blocker,
): BlockedDelivery {
  return {
    deliveryId: id,
    postId,
    accountId,
    network,
    handle: account?.handle ?? "",
    blocker: blocker,
  };
}
