import { listAccounts } from "../accounts/list-accounts.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listOfMonths } from "./repository.ts";
import { monthOf, nextMonth, type Spending } from "./spending.ts";

/** Spending of one account this month (UTC), in millionths of a US dollar. */
export interface AccountSpending {
  readonly accountId: string;
  readonly network: string;
  readonly handle: string;
  readonly month: string;
  readonly usdMicros: number;
  readonly byKind: Readonly<Record<Spending["kind"], number>>;
  /** The monthly limit that a team member set; null if there is none. */
  readonly most: number | null;
  readonly endsAt: Date;
}

/**
 * Returns accounts whose network charges money and that are connected, and accounts with spending this month.
 */
export async function showSpending(ctx: Context): Promise<AccountSpending[]> {
  requireRole(ctx, "viewer");
  const now = ctx.clock.now();
  const month = monthOf(now);
  const [accounts, rows] = await Promise.all([
    listAccounts(ctx, { withDisconnected: true }),
    listOfMonths(ctx.db, ctx.workspaceId, [month]),
  ]);
  return accounts.flatMap((account) => {
    const own = rows.filter(({ accountId }) => accountId === account.id);
    const asksMoney = ctx.networks.find(account.network)?.prices !== undefined;
    if (own.length === 0 && (!asksMoney || account.state === "disconnected")) return [];
    const byKind = { publish: sumOf(own, "publish"), read: sumOf(own, "read") };
    return [
      {
        accountId: account.id,
        network: account.network,
        handle: account.handle,
        month,
        usdMicros: byKind.publish + byKind.read,
        byKind,
        most: account.budget?.usdMicrosPerMonth ?? null,
        endsAt: nextMonth(now),
      },
    ];
  });
}

function sumOf(rows: readonly Spending[], kind: Spending["kind"]): number {
  return rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.usdMicros, 0);
}
