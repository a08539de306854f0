import type { Db } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { answersFor } from "./answer.ts";
import { listAttempts } from "./attempt-repository.ts";
import type { Attempt, Delivery } from "./delivery.ts";
import type { DeliveryIdInput } from "./input.ts";
import { lockDelivery, updateDelivery } from "./repository.ts";
import { reviveRest } from "./revive-rest.ts";
import { saveDeed } from "./save-deed.ts";

/** Undo of "leave it out": the question is open again, as it was. Nothing is sent by this. */
export async function takeBackAnswer(
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
    await reopen(tx, ctx, delivery, { state, reason: before.why });
    await record(tx, ctx, "delivery.answer-taken-back", deliveryId, {});
    return ok({ deliveryId });
  });
}

function openState({ decided }: Attempt): "needs_person" | "missed" | "failed" | undefined {
  const open = ["needs_person", "missed", "failed"] as const;
  return open.find((state) => state === decided && answersFor({ state }).length > 0);
}

async function reopen(
  tx: Db,
  ctx: Context,
  delivery: Delivery,
  { state, reason }: Pick<Delivery, "state" | "reason">,
): Promise<void> {
  const now = ctx.clock.now();
  // Its own time stays: what was left out before a restore was not looked for since.
  const change = { state, reason, reasonDetail: null };
  await updateDelivery(tx, ctx.workspaceId, delivery.id, change);
  const deed = { outcome: "taken-back", decided: state, why: reason };
  await saveDeed(tx, ctx, { deliveryId: delivery.id, ...deed });
  // What failed had stopped the rest before; a doubt had it wait.
  if (state === "needs_person") await reviveRest(tx, delivery, delivery.plannedAt, now);
}
