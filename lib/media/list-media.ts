import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { Medium } from "./medium.ts";
import { listMediaOf } from "./repository.ts";

/** Returns the workspace's images and videos, newest first, at most 200. */
export async function listMedia(ctx: Context): Promise<Medium[]> {
  requireRole(ctx, "viewer");
  return listMediaOf(ctx.db, ctx.workspaceId, 200);
}
