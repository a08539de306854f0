import { and, asc, eq } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { identities } from "../people/schema.ts";
import { appreciations, touchpoints } from "./schema.ts";
import type { Appreciation } from "./touchpoint.ts";

/** Returns false if the same appreciation exists already. */
export async function insertAppreciation(tx: Tx, given: Appreciation): Promise<boolean> {
  const inserted = await tx
    .insert(appreciations)
    .values(given)
    .onConflictDoNothing()
    .returning({ id: appreciations.id });
  return inserted.length > 0;
}

/**
 * Returns the appreciations of one person's touchpoints, oldest first, each with the touchpoint's address.
 */
export async function listAppreciationsOf(db: Db, workspaceId: string, personId: string) {
  return db
    .select({ appreciation: appreciations, url: touchpoints.url })
    .from(appreciations)
    .innerJoin(touchpoints, eq(touchpoints.id, appreciations.touchpointId))
    .innerJoin(identities, eq(identities.id, touchpoints.identityId))
    .where(and(eq(appreciations.workspaceId, workspaceId), eq(identities.personId, personId)))
    .orderBy(asc(appreciations.at), asc(appreciations.id));
}

export async function isGiven(
  db: Db,
  workspaceId: string,
  { touchpointId, how }: Pick<Appreciation, "touchpointId" | "how">,
): Promise<boolean> {
  const found = await db
    .select({ id: appreciations.id })
    .from(appreciations)
    .where(
      and(
        eq(appreciations.workspaceId, workspaceId),
        eq(appreciations.touchpointId, touchpointId),
        eq(appreciations.how, how),
      ),
    );
  return found.length > 0;
}
