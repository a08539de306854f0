import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { Delivery } from "./delivery.ts";
import { countInStates, listOf } from "./repository.ts";

export interface DeliveryQuestion {
  readonly delivery: Delivery;
  readonly account: Account;
}

export const questionsPerPage = 100;

/**
 * Returns deliveries that wait for a person's answer, earliest planned first; `countQuestions` returns how
 * many there are.
 */
export async function listQuestions(
  ctx: Context,
  { page = 1, perPage = questionsPerPage }: { page?: number; perPage?: number } = {},
): Promise<DeliveryQuestion[]> {
  requireRole(ctx, "viewer");
  const open = await listOf(ctx.db, ctx.workspaceId, {
    states: ["needs_person", "missed", "failed"],
    oldestFirst: true,
    limit: perPage,
    offset: (page - 1) * perPage,
  });
  if (open.length === 0) return [];
  const accounts = await listAccounts(ctx, { withDisconnected: true });
  return open.flatMap((delivery) => {
    const account = accounts.find(({ id }) => id === delivery.accountId);
    return account ? [{ delivery, account }] : [];
  });
}

/** Returns how many deliveries wait for a person's answer, for the menu and Today. */
export async function countQuestions(ctx: Context): Promise<number> {
  requireRole(ctx, "viewer");
  return countInStates(ctx.db, ctx.workspaceId, ["needs_person", "missed", "failed"]);
}
