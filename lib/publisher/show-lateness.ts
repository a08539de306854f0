import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listDepartures } from "./lateness-repository.ts";
import { punctualityOf, type Punctuality } from "./punctuality.ts";

const days = 7;
const departuresRead = 50_000;

/**
 * How punctually posts left in the last seven days: from the instant one was due to the commit that
 * lets it leave. What a stop, a pause or a missing sign-in kept back counts as late; what the
 * network asked to wait was due later.
 */
export async function showLateness(ctx: Context): Promise<Punctuality & { since: Date }> {
  requireRole(ctx, "viewer");
  const since = new Date(ctx.clock.now().getTime() - days * 86_400_000);
  return {
    since,
    ...punctualityOf(await listDepartures(ctx.db, ctx.workspaceId, since, departuresRead)),
  };
}
