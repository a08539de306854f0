import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listAppreciationsOf } from "./appreciation-repository.ts";
import type { Appreciation } from "./touchpoint.ts";

export type GivenAppreciation = Appreciation & { readonly url: string | null };

/** Favourites and reposts that one person got from us, oldest first. */
export async function listAppreciations(
  ctx: Context,
  personId: string,
): Promise<GivenAppreciation[]> {
  requireRole(ctx, "viewer");
  const rows = await listAppreciationsOf(ctx.db, ctx.workspaceId, personId);
  return rows.map(({ appreciation, url }) => ({ ...appreciation, url }));
}
