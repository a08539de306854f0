import { and, eq, max } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { posts } from "../posts/schema.ts";
import { safeModes } from "../recovery/schema.ts";
import type { Delivery } from "./delivery.ts";

/** When the latest was entered; undefined where the database was never put back. */
export async function findSafeModeAt(db: Db): Promise<Date | undefined> {
  const [row] = await db.select({ at: max(safeModes.enteredAt) }).from(safeModes);
  return row?.at ?? undefined;
}

/** How old a delivery's post is: an earlier delivery of it may be among what was forgotten. */
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
