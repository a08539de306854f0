import { and, eq } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { networkMemory } from "./schema.ts";

export async function findMemory(
  db: Db,
  network: string,
  key: string,
): Promise<string | undefined> {
  const [row] = await db
    .select({ sealed: networkMemory.sealed })
    .from(networkMemory)
    .where(and(eq(networkMemory.network, network), eq(networkMemory.key, key)));
  return row?.sealed;
}

/** Inserts or replaces a value. */
export async function saveMemory(tx: Tx, row: typeof networkMemory.$inferSelect): Promise<void> {
  const { sealed, updatedAt } = row;
  await tx
    .insert(networkMemory)
    .values(row)
    .onConflictDoUpdate({
      target: [networkMemory.network, networkMemory.key],
      set: { sealed, updatedAt },
    });
}
