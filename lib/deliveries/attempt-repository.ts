import { and, asc, eq, inArray } from "drizzle-orm";

import { bulkInsert } from "../db/bulk-write.ts";
import type { Db } from "../db/store.ts";
import type { Attempt } from "./delivery.ts";
import { attempts } from "./schema.ts";

export const insertAttempts = bulkInsert(attempts);

/** Returns the attempts of these deliveries, oldest first. */
export async function listAttemptsOf(
  db: Db,
  workspaceId: string,
  deliveryIds: readonly string[],
): Promise<Attempt[]> {
  if (deliveryIds.length === 0) return [];
  return db
    .select()
    .from(attempts)
    .where(
      and(eq(attempts.workspaceId, workspaceId), inArray(attempts.deliveryId, [...deliveryIds])),
    )
    .orderBy(asc(attempts.at), asc(attempts.id));
}

/** Returns the attempts of one delivery, oldest first. */
export async function listAttempts(
  db: Db,
  workspaceId: string,
  deliveryId: string,
): Promise<Attempt[]> {
  return db
    .select()
    .from(attempts)
    .where(and(eq(attempts.workspaceId, workspaceId), eq(attempts.deliveryId, deliveryId)))
    .orderBy(asc(attempts.at), asc(attempts.id));
}
