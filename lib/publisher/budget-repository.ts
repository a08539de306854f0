import { and, desc, eq, gt, notInArray } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { deliveries } from "../deliveries/schema.ts";

const dayMs = 86_400_000;

/** States in which certainly nothing was posted, so the network does not count the delivery. */
const nothingLeft = ["scheduled", "failed", "cancelled", "stopped", "missed", "claimed"] as const;

/**
 * Returns until when an account that may publish `most` posts in 24 hours has to wait; undefined if it need
 * not wait.
 */
export async function findSpentUntil(
  db: Db,
  accountId: string,
  { most, now }: { most: number | undefined; now: Date },
): Promise<Date | undefined> {
  if (most === undefined) return undefined;
  if (most < 1) return new Date(now.getTime() + dayMs);
  const [oldestThatCounts] = await db
    .select({ at: deliveries.intentAt })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.accountId, accountId),
        gt(deliveries.intentAt, new Date(now.getTime() - dayMs)),
        notInArray(deliveries.state, [...nothingLeft]),
      ),
    )
    .orderBy(desc(deliveries.intentAt))
    .offset(most - 1)
    .limit(1);
  return oldestThatCounts?.at ? new Date(oldestThatCounts.at.getTime() + dayMs) : undefined;
}
