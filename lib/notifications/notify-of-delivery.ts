import { showDelivery } from "../deliveries/show-delivery.ts";
import type { Context } from "../kernel/context.ts";
import { kindOfDelivery, kindOfSlow, type NotificationKind } from "./notification.ts";
import { notify } from "./notify.ts";

/** Notifies of a delivery that a person has to look at, unless it was settled meanwhile. */
export async function notifyOfDelivery(
  ctx: Context,
  deliveryId: string,
  eventId: string,
): Promise<void> {
  await tell(ctx, { deliveryId, eventId, kindOf: kindOfDelivery });
}

/** Notifies of a delivery that takes long. Not if it has ended meanwhile: that has its own notification. */
export async function notifyOfSlow(
  ctx: Context,
  deliveryId: string,
  eventId: string,
): Promise<void> {
  await tell(ctx, { deliveryId, eventId, kindOf: kindOfSlow });
}

type Shown = Awaited<ReturnType<typeof showDelivery>>;

interface Occasion {
  readonly deliveryId: string;
  readonly eventId: string;
  readonly kindOf: (delivery: Shown) => NotificationKind | undefined;
}

async function tell(ctx: Context, { deliveryId, eventId, kindOf }: Occasion): Promise<void> {
  const delivery = await showDelivery(ctx, deliveryId);
  const kind = kindOf(delivery);
  const { postId, accountId } = delivery;
  if (kind) await notify(ctx, { kind, eventId, postId, deliveryId, accountId });
}
