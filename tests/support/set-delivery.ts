import { eq } from "drizzle-orm";

import type { Tx } from "#lib/db/store";
import type { Delivery } from "#lib/deliveries/delivery";
import { deliveries } from "#lib/deliveries/schema";

/** Puts a delivery where no event would take it so simply. */
export async function setDelivery(tx: Tx, id: string, columns: Partial<Delivery>): Promise<void> {
  await tx.update(deliveries).set(columns).where(eq(deliveries.id, id));
}
