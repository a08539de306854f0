import { z } from "zod";

import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { sha256 } from "../kernel/sha256.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { resolutions } from "./resolution.ts";
import { listAskedSinceRestore } from "./search-first-repository.ts";
import { settleDelivery } from "./settle-delivery.ts";

export const resolveRestoredInput = z.object({
  answer: z.enum(resolutions),
  /** The number of posts that the person expects; if absent, any number is accepted. */
  count: z.coerce.number().int().min(0).optional(),
  /** `digest` of the posts that the person saw; if absent, any posts are accepted. */
  seen: z.string().max(64).optional(),
});

/** The posts that one answer would apply to. */
export interface RestoredPosts {
  readonly count: number;
  /** Differs as soon as one of the posts is another. */
  readonly digest: string;
}

export async function showRestored(ctx: Context): Promise<RestoredPosts> {
  requireRole(ctx, "viewer");
  return shown(await listAskedSinceRestore(ctx.db, ctx.workspaceId));
}

function shown(ids: readonly string[]): RestoredPosts {
  return { count: ids.length, digest: sha256(ids.toSorted().join(" ")).slice(0, 16) };
}

/**
 * Gives one answer for all posts that may have been sent since the database was restored, except those with
 * candidates, which need an answer of their own. Refuses if other posts wait than those that the person saw.
 */
export async function resolveRestored(
  ctx: Context,
  input: z.input<typeof resolveRestoredInput>,
): Promise<Result<{ answered: number }, "other-questions">> {
  requireRole(ctx, "editor");
  const { answer, ...expected } = resolveRestoredInput.parse(input);
  const open = await listAskedSinceRestore(ctx.db, ctx.workspaceId);
  const { count, digest } = shown(open);
  const { count: expectedCount = count, seen = digest } = expected;
  if (expectedCount !== count || seen !== digest) return refused("other-questions", { count });
  let answered = 0;
  for (const deliveryId of open) {
    const given = { deliveryId, answer, pasted: undefined };
    const settled = await ctx.transact((tx) => settleDelivery(tx, ctx, given));
    // Another person may have answered this one in the meantime; that answer stays.
    if (settled.ok) answered += 1;
  }
  return ok({ answered });
}
