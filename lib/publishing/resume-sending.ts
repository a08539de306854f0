import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { StopSendingInput } from "./input.ts";
import { requireStopRight } from "./require-stop-right.ts";
import { deleteStop } from "./stop-repository.ts";

/** What was kept back leaves in order; what became too late meanwhile goes by the workspace's settings. */
export async function resumeSending(
  ctx: Context,
  { scope }: StopSendingInput,
): Promise<Result<{ scope: string }, never>> {
  const id = await requireStopRight(ctx, scope);
  return ctx.transact(async (tx) => {
    if (await deleteStop(tx, id)) await record(tx, ctx, "sending.resumed", id, { scope });
    return ok({ scope });
  });
}
