import { asc, eq } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { workspaces } from "../workspaces/schema.ts";
import { sendingStops } from "./schema.ts";
import type { SendingStop } from "./sending-stop.ts";

export async function listStops(db: Db): Promise<SendingStop[]> {
  return db.select().from(sendingStops);
}

/** Returns false if it was stopped already. */
export async function insertStop(tx: Tx, stop: SendingStop): Promise<boolean> {
  const rows = await tx
    .insert(sendingStops)
    .values(stop)
    .onConflictDoNothing()
    .returning({ id: sendingStops.id });
  return rows.length > 0;
}

/** Returns false if it was not stopped. */
export async function deleteStop(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx
    .delete(sendingStops)
    .where(eq(sendingStops.id, id))
    .returning({ id: sendingStops.id });
  return rows.length > 0;
}

/** Returns the oldest workspace, which was created at the installation. */
export async function findFirstWorkspaceId(db: Db): Promise<string | undefined> {
  const [row] = await db
    .select({ id: workspaces.id })
    .from(workspaces)
    .orderBy(asc(workspaces.createdAt), asc(workspaces.id))
    .limit(1);
  return row?.id;
}
