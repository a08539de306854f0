import { z } from "zod";

import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { resolutions } from "./resolution.ts";
import { listAskedSinceRestore } from "./search-first-repository.ts";
import { settleDelivery } from "./settle-delivery.ts";

export const resolveRestoredInput = z.object({
  answer: z.enum(resolutions),
  /** How many the person saw waiting; absent: as many as there are. */
  count: z.coerce.number().int().min(0).optional(),
});

/** How many posts one answer would be for. */
export async function countRestored(ctx: Context): Promise<number> {
  requireRole(ctx, "viewer");
  return (await listAskedSinceRestore(ctx.db, ctx.workspaceId)).length;
}

/**
 * One answer for all posts that may be out already since the database was put back. Those for which
 * something alike was found are asked one by one: which one it is, no common answer says. Where other posts
 * wait than the person saw, nothing is answered.
 */
export async function resolveRestored(
  ctx: Context,
  input: z.input<typeof resolveRestoredInput>,
): Promise<Result<{ answered: number }, "other-questions">> {
  requireRole(ctx, "editor");
  const { answer, count } = resolveRestoredInput.parse(input);
  const open = await listAskedSinceRestore(ctx.db, ctx.workspaceId);
  if (count !== undefined && count !== open.length)
    return refused("other-questions", { seen: count, count: open.length });
  let answered = 0;
  for (const deliveryId of open) {
    const given = { deliveryId, answer, pasted: undefined };
    const settled = await ctx.transact((tx) => settleDelivery(tx, ctx, given));
    // Somebody else may have answered this one just now: theirs holds.
    if (settled.ok) answered += 1;
  }
  return ok({ answered });
}
