import { and, asc, eq, max } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { posts } from "../posts/schema.ts";
import { safeModes } from "../recovery/schema.ts";
import type { Delivery } from "./delivery.ts";
import { deliveries } from "./schema.ts";

/** Returns when safe mode was last entered; undefined if never. */
export async function findSafeModeAt(db: Db): Promise<Date | undefined> {
  const [row] = await db.select({ at: max(safeModes.enteredAt) }).from(safeModes);
  return row?.at ?? undefined;
}

/**
 * Returns when the delivery's post was created. The restored database may have forgotten an earlier delivery
 * of it.
 */
export async function findPostAge(
  db: Db,
  { workspaceId, postId, createdAt }: Pick<Delivery, "workspaceId" | "postId" | "createdAt">,
): Promise<{ createdAt: Date }> {
  const [post] = await db
    .select({ createdAt: posts.createdAt })
    .from(posts)
    .where(and(eq(posts.workspaceId, workspaceId), eq(posts.id, postId)));
  return post ?? { createdAt };
}

/**
 * Returns the ids of deliveries that may have been sent since the restore and have no candidates, earliest
 * planned first.
 */
export async function listAskedSinceRestore(db: Db, workspaceId: string): Promise<string[]> {
  const rows = await db
    .select({ id: deliveries.id, candidates: deliveries.candidates })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.state, "needs_person"),
        eq(deliveries.recovery, "restored"),
        eq(deliveries.sender, "engine"),
      ),
    )
    .orderBy(asc(deliveries.plannedAt), asc(deliveries.id));
  return rows.flatMap(({ id, candidates }) => (candidates?.length ? [] : [id]));
}
