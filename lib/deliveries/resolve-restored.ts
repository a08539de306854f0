import { z } from "zod";

import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { resolutions } from "./resolution.ts";
import { listAskedSinceRestore } from "./search-first-repository.ts";
import { settleDelivery } from "./settle-delivery.ts";

export const resolveRestoredInput = z.object({
  answer: z.enum(resolutions),
  /** The number of posts that the person saw; if absent, any number is accepted. */
  count: z.coerce.number().int().min(0).optional(),
});

/** Returns the number of posts that one answer would apply to. */
export async function countRestored(ctx: Context): Promise<number> {
  requireRole(ctx, "viewer");
  return (await listAskedSinceRestore(ctx.db, ctx.workspaceId)).length;
}

/**
 * Gives one answer for all posts that may have been sent since the database was restored, except those with
 * candidates, which need an answer of their own. Refuses if the number of waiting posts differs from the
 * number that the person saw.
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
    // Another person may have answered this one in the meantime; that answer stays.
    if (settled.ok) answered += 1;
  }
  return ok({ answered });
}
