import { eq, ne } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { workers } from "./schema.ts";
import type { Worker } from "./worker.ts";

export async function listOthers(db: Db, id: string): Promise<Worker[]> {
  return db.select().from(workers).where(ne(workers.id, id));
}

export async function insertWorker(tx: Tx, worker: Worker): Promise<void> {
  await tx.insert(workers).values(worker);
}

/** Returns false if another worker has removed the row because it considers this worker gone. */
export async function touchWorker(tx: Tx, id: string, seenAt: Date): Promise<boolean> {
  const rows = await tx
    .update(workers)
    .set({ seenAt })
    .where(eq(workers.id, id))
    .returning({ id: workers.id });
  return rows.length > 0;
}

export async function deleteWorker(tx: Tx, id: string): Promise<void> {
  await tx.delete(workers).where(eq(workers.id, id));
}
