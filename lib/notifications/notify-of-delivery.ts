import type { Context } from "../kernel/context.ts";
import { showDelivery } from "../publishing/show-delivery.ts";
import { kindOfDelivery, kindOfSlow } from "./notification.ts";
import { notify } from "./notify.ts";

/** A delivery waits for a person, or takes long. Where somebody settled it already, nobody is called. */
export async function notifyOfDelivery(
  ctx: Context,
  deliveryId: string,
  eventId: string,
): Promise<void> {
  const delivery = await showDelivery(ctx, deliveryId);
  const kind = kindOfDelivery(delivery) ?? kindOfSlow(delivery);
  const { postId, accountId } = delivery;
  if (kind) await notify(ctx, { kind, eventId, postId, deliveryId, accountId });
}
