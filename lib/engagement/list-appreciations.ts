import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listAppreciationsOf } from "./appreciation-repository.ts";
import type { Appreciation } from "./touchpoint.ts";

export type GivenAppreciation = Appreciation & { readonly url: string | null };

/** Returns the likes and reposts that we gave to one person's posts, oldest first. */
export async function listAppreciations(
  ctx: Context,
  personId: string,
): Promise<GivenAppreciation[]> {
  requireRole(ctx, "viewer");
  const rows = await listAppreciationsOf(ctx.db, ctx.workspaceId, personId);
  return rows.map(({ appreciation, url }) => ({ ...appreciation, url }));
}
