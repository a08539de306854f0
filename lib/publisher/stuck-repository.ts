import { and, asc, eq, isNull, ne } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { deliveries } from "../deliveries/schema.ts";

const doubtsPerRound = 200;

/**
 * Returns deliveries in doubt, not in flight, of which nobody was notified, by planned time. Those of a
 * restore are excluded.
 */
export async function listStuck(db: Db): Promise<Delivery[]> {
  return db
    .select()
    .from(deliveries)
    .where(isUntold())
    .orderBy(asc(deliveries.plannedAt))
    .limit(doubtsPerRound);
}

export async function lockStuck(tx: Tx, id: string): Promise<Delivery | undefined> {
  const [row] = await tx.forUpdate(
    tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.id, id), isUntold())),
  );
  return row;
}

function isUntold() {
  return and(
    eq(deliveries.state, "unknown"),
    isNull(deliveries.alertedAt),
    ne(deliveries.recovery, "restored"),
  );
}
