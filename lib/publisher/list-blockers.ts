import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import { priceOfDelivery } from "../deliveries/delivery-price.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { listOf } from "../deliveries/repository.ts";
import type { Context } from "../kernel/context.ts";
import { findSpentOutUntil } from "../spending/find-spent-out-until.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { type Hold, type HoldFacts, holdOf } from "./blocker.ts";
import { findSpentUntil } from "./budget-repository.ts";
import { postsPerDay } from "./budget.ts";
import { listStops } from "./stop-repository.ts";

export interface HeldDelivery {
  readonly deliveryId: string;
  readonly postId: string;
  readonly accountId: string;
  readonly network: string;
  readonly handle: string;
  readonly hold: Hold;
}

const largestPage = 2_000;

/** What of these posts is planned and will not go out at its time, and why. */
export async function listHolds(
  ctx: Context,
  { postIds }: { postIds: readonly string[] },
): Promise<HeldDelivery[]> {
  requireRole(ctx, "viewer");
  if (postIds.length === 0) return [];
  const [stops, accounts] = await Promise.all([listStops(ctx.db), listAccounts(ctx)]);
  if (stops.length === 0 && accounts.every(isFree)) return [];
  const states = ["scheduled"] as const;
  const planned = await listOf(ctx.db, ctx.workspaceId, { postIds, states, limit: largestPage });
  const spent = spentReader(ctx);
  const now = ctx.clock.now();
  const held: HeldDelivery[] = [];
  for (const delivery of planned) {
    const account = accounts.find(({ id }) => id === delivery.accountId);
    const until = account ? await spent(account, delivery) : {};
    const hold = holdOf(delivery, { stops, account, now, ...until });
    if (hold) held.push(heldOf(delivery, account, hold));
  }
  return held;
}

/** Nothing about it can hold anything: most accounts, most of the time. */
function isFree(account: Account): boolean {
  const { state, heldUntil, postsResumeAt, budget } = account;
  const isUnlimited = budget?.usdMicrosPerMonth === undefined && postsPerDay(account) === undefined;
  return state === "active" && !heldUntil && !postsResumeAt && isUnlimited;
}

/** Until when an account has used up its month and its day; asks once for each account and price. */
function spentReader(ctx: Context) {
  const { db, clock } = ctx;
  const now = clock.now();
  const known = new Map<string, Promise<Pick<HoldFacts, "spentOutUntil" | "dayUntil">>>();
  async function read(account: Account, price: number) {
    const [spentOutUntil, dayUntil] = await Promise.all([
      findSpentOutUntil(db, account, price, now),
      findSpentUntil(db, account.id, { most: postsPerDay(account), now }),
    ]);
    return { spentOutUntil, dayUntil };
  }
  return (account: Account, delivery: Delivery) => {
    const price = priceOfDelivery(delivery);
    const key = `${account.id} ${price}`;
    const until = known.get(key) ?? read(account, price);
    known.set(key, until);
    return until;
  };
}

function heldOf(
  { id, postId, accountId, network }: Delivery,
  account: Account | undefined,
  hold: Hold,
): HeldDelivery {
  return { deliveryId: id, postId, accountId, network, handle: account?.handle ?? "", hold };
}
