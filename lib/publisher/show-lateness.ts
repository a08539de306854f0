import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listDepartures } from "./lateness-repository.ts";
import { punctualityOf, type Punctuality } from "./punctuality.ts";

const days = 7;
const departuresRead = 50_000;

/**
 * Shows how late posts were sent in the last seven days: from their due time to the commit of their intent.
 * Delays by a stop, a pause or a missing sign-in count; a wait that the network asked for does not, because
 * it moves the due time.
 */
export async function showLateness(ctx: Context): Promise<Punctuality & { since: Date }> {
  requireRole(ctx, "viewer");
  const since = new Date(ctx.clock.now().getTime() - days * 86_400_000);
  return {
    since,
    ...punctualityOf(await listDepartures(ctx.db, ctx.workspaceId, since, departuresRead)),
  };
}
