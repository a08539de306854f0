import { withSession } from "../accounts/with-session.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { applyEvent } from "./apply-event.ts";
import type { Delivery } from "./delivery.ts";
import type { DeliveryIdInput } from "./input.ts";
import { findDelivery, lockDelivery } from "./repository.ts";

export type DeleteRefusal = "not-published" | "cannot-delete-there" | "delete-failed";

/**
 * Removes a published part from the network. The delivery is never sent again and its touchpoints are kept.
 */
export async function deletePublished(
  ctx: Context,
  { deliveryId }: DeliveryIdInput,
): Promise<Result<{ deliveryId: string }, DeleteRefusal>> {
  requireRole(ctx, "editor");
  const delivery = await findDelivery(ctx.db, ctx.workspaceId, deliveryId);
  if (delivery.state !== "published") return refused("not-published");
  if (delivery.removedAt) return ok({ deliveryId });
  const { label, abilities } = ctx.networks.get(delivery.network);
  if (!abilities.canDelete || !delivery.remoteId)
    return refused("cannot-delete-there", { network: label });
  const said = await remove(ctx, delivery, delivery.remoteId);
  if (said !== undefined) return refused("delete-failed", { network: label, said });
  return ctx.transact(async (tx) => {
    const published = await lockDelivery(tx, ctx.workspaceId, deliveryId);
    await applyEvent(tx, ctx, published, { type: "remove" });
    await record(tx, ctx, "delivery.answered", deliveryId, { answer: "removed" });
    return ok({ deliveryId });
  });
}

/** Returns the network's error text; undefined if the post is removed. */
async function remove(
  ctx: Context,
  { accountId, workspaceId, reference, url }: Delivery,
  remoteId: string,
): Promise<string | undefined> {
  const outcome = await withSession(ctx, { id: accountId, workspaceId }, (session, connector) =>
    connector.remove(session, { remoteId, reference, url: url ?? "" }),
  );
  return outcome.kind === "removed" ? undefined : outcome.detail;
}
