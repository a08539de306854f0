import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { applyEvent } from "./apply-event.ts";
import { listAttempts } from "./attempt-repository.ts";
import type { Attempt } from "./delivery.ts";
import type { DeliveryIdInput } from "./input.ts";
import { lockDelivery } from "./repository.ts";
import { resumeThread } from "./resume-thread.ts";

/** Reverts "leave it out": the question is open again as it was. Sends nothing. */
export async function undoResolution(
  ctx: Context,
  { deliveryId }: DeliveryIdInput,
): Promise<Result<{ deliveryId: string }, "nothing-to-take-back">> {
  requireRole(ctx, "editor");
  return ctx.transact(async (tx) => {
    const delivery = await lockDelivery(tx, ctx.workspaceId, deliveryId);
    const history = await listAttempts(tx, ctx.workspaceId, deliveryId);
    const [answer, before] = history.toReversed();
    const state = before && openState(before);
    if (delivery.state !== "cancelled" || answer?.outcome !== "leave-out" || !state)
      return refused("nothing-to-take-back");
    await applyEvent(tx, ctx, delivery, { type: "undo-resolution", state, reason: before.why });
    // Only after doubt: the rest of the thread was waiting then. After a failure it had already been stopped.
    if (state === "needs_person") await resumeThread(tx, ctx, delivery, delivery.plannedAt);
    await record(tx, ctx, "delivery.answer-taken-back", deliveryId, {});
    return ok({ deliveryId });
  });
}

function openState({ decided }: Attempt): "needs_person" | "missed" | "failed" | undefined {
  const open = ["needs_person", "missed", "failed"] as const;
  return open.find((state) => state === decided);
}
