import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { StopSendingInput } from "./input.ts";
import { requireStopRight } from "./require-stop-right.ts";
import { insertStop } from "./stop-repository.ts";

/**
 * Nothing is sent any more, by any worker, within two seconds. What is planned keeps its place; what
 * is in doubt is still asked for. A request that has left cannot be called back.
 */
export async function stopSending(
  ctx: Context,
  { scope }: StopSendingInput,
): Promise<Result<{ scope: string }, never>> {
  const id = await requireStopRight(ctx, scope);
  return ctx.transact(async (tx) => {
    const stop = { id, stoppedAt: ctx.clock.now(), stoppedBy: ctx.actor.id };
    if (await insertStop(tx, stop)) await record(tx, ctx, "sending.stopped", id, { scope });
    return ok({ scope });
  });
}
