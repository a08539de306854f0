import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { findRecurrence, listNewestRecurrences, listNextTimes } from "./recurrence-repository.ts";
import type { Recurrence } from "./recurrence.ts";

export interface ListedRecurrence {
  readonly recurrence: Recurrence;
  /** When its next post is to be sent; null if none is planned. */
  readonly nextAt: Date | null;
  readonly plannedCount: number;
}

const largestPage = 200;

/** Returns recurrences: those that continue first, then the newest; 200 at most. */
export async function listRecurrences(ctx: Context): Promise<ListedRecurrence[]> {
  requireRole(ctx, "viewer");
  const found = await listNewestRecurrences(ctx.db, ctx.workspaceId, largestPage);
  return withTimes(ctx, found);
}

export async function showRecurrence(ctx: Context, id: string): Promise<ListedRecurrence> {
  requireRole(ctx, "viewer");
  const recurrence = await findRecurrence(ctx.db, ctx.workspaceId, id);
  const [listed] = await withTimes(ctx, [recurrence]);
  return listed ?? { recurrence, nextAt: null, plannedCount: 0 };
}

async function withTimes(
  ctx: Context,
  recurrences: readonly Recurrence[],
): Promise<ListedRecurrence[]> {
  const ids = recurrences.map(({ id }) => id);
  const times = await listNextTimes(ctx.db, ctx.workspaceId, ids, ctx.clock.now());
  return recurrences.map((recurrence) => {
    const next = times.get(recurrence.id);
    return { recurrence, nextAt: next?.at ?? null, plannedCount: next?.planned ?? 0 };
  });
}
