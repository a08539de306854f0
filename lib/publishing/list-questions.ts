import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { Delivery } from "./delivery.ts";
import { listOf } from "./repository.ts";

export interface DeliveryQuestion {
  readonly delivery: Delivery;
  readonly account: Account;
}

const most = 100;

/** Deliveries that wait for a person's answer, the longest due first: who answers those sees the rest. */
export async function listQuestions(ctx: Context): Promise<DeliveryQuestion[]> {
  requireRole(ctx, "viewer");
  const open = await listOf(ctx.db, ctx.workspaceId, {
    states: ["needs_person", "missed", "failed"],
    oldestFirst: true,
    limit: most,
  });
  if (open.length === 0) return [];
  const accounts = await listAccounts(ctx, { withDisconnected: true });
  return open.flatMap((delivery) => {
    const account = accounts.find(({ id }) => id === delivery.accountId);
    return account ? [{ delivery, account }] : [];
  });
}
