import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { isUnread } from "./accept-shout-out.ts";
import { refuseHeld } from "./find-hold.ts";
import { insertRecognition, lockShoutOut, updateShoutOut } from "./repository.ts";

/**
 * Records that a person posted the thank-you, said it in the shop or (`isPrivate`) wrote it privately.
 * Refuses words that a person has to read first, as accepting does.
 */
export async function markThankedByHand(
  ctx: Context,
  { shoutOutId, isPrivate = false }: { shoutOutId: string; isPrivate?: boolean | undefined },
): Promise<Result<{ shoutOutId: string }, "already-decided" | "read-first" | "held-back">> {
  requireRole(ctx, "editor");
  const held = await refuseHeld(ctx, shoutOutId, { isPrivate });
  if (held) return held;
  return ctx.transact(async (tx) => {
    const shoutOut = await lockShoutOut(tx, ctx.workspaceId, shoutOutId);
    if (await isUnread(tx, shoutOut)) return refused("read-first");
    if (shoutOut.status !== "suggested") return refused("already-decided");
    const { personId } = shoutOut;
    const now = ctx.clock.now();
    await updateShoutOut(tx, ctx.workspaceId, shoutOutId, {
      status: "done",
      decidedAt: now,
      decidedBy: ctx.actor.id,
    });
    await insertRecognition(tx, {
      id: ctx.newId(),
      workspaceId: ctx.workspaceId,
      personId,
      mergedFrom: null,
      kind: isPrivate ? "private" : "by-hand",
      at: now,
      shoutOutId,
      postId: null,
      url: null,
    });
    await record(tx, ctx, "shout-out.done", shoutOutId, { personId });
    return ok({ shoutOutId });
  });
}
