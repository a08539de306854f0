import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { withoutCredentials, type Account } from "./account.ts";
import { findAccount } from "./repository.ts";

export async function showAccount(ctx: Context, accountId: string): Promise<Account> {
  requireRole(ctx, "viewer");
  return withoutCredentials(await findAccount(ctx.db, ctx.workspaceId, accountId));
}
