import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { withoutCredentials, type Account } from "./account.ts";
import { listConnected, listEver } from "./repository.ts";

/**
 * Returns the workspace's accounts, oldest connection first; disconnected ones only on request, to name them
 * at old posts.
 */
export async function listAccounts(
  ctx: Context,
  { withDisconnected = false }: { withDisconnected?: boolean } = {},
): Promise<Account[]> {
  requireRole(ctx, "viewer");
  const rows = withDisconnected
    ? await listEver(ctx.db, ctx.workspaceId)
    : await listConnected(ctx.db, ctx.workspaceId);
  return rows.map(withoutCredentials);
}
