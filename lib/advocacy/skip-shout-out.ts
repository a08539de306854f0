import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { changePerson } from "../people/change-person.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { SkipInput } from "./input.ts";
import { lockShoutOut, updateShoutOut } from "./repository.ts";
import { suggestShoutOuts } from "./suggest-shout-outs.ts";

/**
 * Skips a suggestion. The reason decides how long the person is not suggested again; `never` sets
 * `doNotThank`.
 */
export async function skipShoutOut(
  ctx: Context,
  { shoutOutId, reason }: SkipInput,
): Promise<Result<{ shoutOutId: string }, "already-decided">> {
  requireRole(ctx, "editor");
  const outcome = await ctx.transact(async (tx) => {
    const shoutOut = await lockShoutOut(tx, ctx.workspaceId, shoutOutId);
    if (shoutOut.status !== "suggested") return refused("already-decided");
    await updateShoutOut(tx, ctx.workspaceId, shoutOutId, {
      status: "skipped",
      skipReason: reason,
      decidedAt: ctx.clock.now(),
      decidedBy: ctx.actor.id,
    });
    const { personId } = shoutOut;
    await record(tx, ctx, "shout-out.skipped", shoutOutId, { personId, reason });
    return ok({ personId });
  });
  if (!outcome.ok) return outcome;
  if (reason === "never")
    await changePerson(ctx, { personId: outcome.value.personId, doNotThank: true });
  await suggestShoutOuts(ctx);
  return ok({ shoutOutId });
}
