import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listLatest } from "./metrics-repository.ts";
import type { Metric } from "./touchpoint.ts";

/** Returns the latest counts by delivery id. Parts that were never measured are missing. */
export async function listLatestMetrics(
  ctx: Context,
  deliveryIds: readonly string[],
): Promise<ReadonlyMap<string, Metric>> {
  requireRole(ctx, "viewer");
  const rows = await listLatest(ctx.db, ctx.workspaceId, deliveryIds);
  return new Map(rows.map((row) => [row.deliveryId, row]));
}
