import { listJoinIn } from "../advocacy/list-join-in.ts";
import { listShoutOuts } from "../advocacy/list-shout-outs.ts";
import { showUplift } from "../advocacy/show-uplift.ts";
import type { Context } from "../kernel/context.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";

/** Returns the suggested shout-outs, their reasons and their order. */
export async function viewShoutOuts(
  ctx: Context,
  shown: { readonly joinIn?: string | undefined } = {},
) {
  requireRole(ctx, "viewer");
  const [list, stages, uplift, joinIn] = await Promise.all([
    listShoutOuts(ctx),
    listStages(ctx),
    showUplift(ctx),
    listJoinIn(ctx, { limit: shown.joinIn }),
  ]);
  return { ...list, stages, uplift, joinIn };
}
