import { and, asc, desc, eq, gte, inArray, isNull, notInArray, or } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { deliveries } from "../deliveries/schema.ts";
import { touchpoints } from "../engagement/schema.ts";
import { noPraise } from "../engagement/verdict.ts";
import { NotFound } from "../kernel/errors.ts";
import { consents, persons } from "../people/schema.ts";
import { posts } from "../posts/schema.ts";
import { markPeopleDue } from "../projections/mark-due.ts";
import { positionOfAct } from "../projections/position.ts";
import { moments, recognitions, shoutOuts } from "./schema.ts";
import type { Recognition, ShoutOut } from "./shout-out.ts";

export async function lockShoutOut(tx: Tx, workspaceId: string, id: string): Promise<ShoutOut> {
  const [row] = await tx.forUpdate(tx.select().from(shoutOuts).where(mine(workspaceId, id)));
  if (!row) throw missing(id);
  return row;
}

export async function findShoutOut(db: Db, workspaceId: string, id: string): Promise<ShoutOut> {
  const [row] = await db.select().from(shoutOuts).where(mine(workspaceId, id));
  if (!row) throw missing(id);
  return row;
}

/** Locks the open suggestions, so that two refreshes do not add the same one. */
export async function lockSuggested(tx: Tx, workspaceId: string): Promise<ShoutOut[]> {
  return tx.forUpdate(
    tx
      .select()
      .from(shoutOuts)
      .where(and(eq(shoutOuts.workspaceId, workspaceId), eq(shoutOuts.status, "suggested"))),
  );
}

/**
 * Returns the open suggestions, most useful first, without people whose role, wish or words were judged since
 * in a way that forbids thanking them.
 */
export async function listSuggested(db: Db, workspaceId: string): Promise<ShoutOut[]> {
  const rows = await db
    .select({ shoutOut: shoutOuts })
    .from(shoutOuts)
    .innerJoin(persons, eq(persons.id, shoutOuts.personId))
    .leftJoin(touchpoints, eq(touchpoints.id, shoutOuts.touchpointId))
    .where(
      and(
        eq(shoutOuts.workspaceId, workspaceId),
        eq(shoutOuts.status, "suggested"),
        eq(persons.doNotThank, false),
        notInArray(persons.role, ["staff", "bot", "competitor", "influencer"]),
        or(isNull(touchpoints.verdict), notInArray(touchpoints.verdict, [...noPraise])),
      ),
    )
    .orderBy(desc(shoutOuts.utility), desc(shoutOuts.id));
  const refusing = await listRefusing(
    db,
    workspaceId,
    rows.map(({ shoutOut }) => shoutOut.personId),
  );
  return rows.flatMap(({ shoutOut }) => (refusing.has(shoutOut.personId) ? [] : [shoutOut]));
}

/** Returns those of these people whose latest consent to being named is not `given`. */
async function listRefusing(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await db
    .select({ personId: consents.personId, state: consents.state })
    .from(consents)
    .where(
      and(
        eq(consents.workspaceId, workspaceId),
        eq(consents.scope, "mention"),
        inArray(consents.personId, [...personIds]),
      ),
    )
    .orderBy(asc(consents.at), asc(consents.id));
  const newest = new Map(rows.map(({ personId, state }) => [personId, state]));
  return new Set([...newest].flatMap(([personId, state]) => (state === "given" ? [] : [personId])));
}

export async function findSuggested(
  db: Db,
  workspaceId: string,
  personId: string,
): Promise<ShoutOut | undefined> {
  const [row] = await db
    .select()
    .from(shoutOuts)
    .where(
      and(
        eq(shoutOuts.workspaceId, workspaceId),
        eq(shoutOuts.personId, personId),
        eq(shoutOuts.status, "suggested"),
      ),
    )
    .orderBy(desc(shoutOuts.utility), asc(shoutOuts.id));
  return row;
}

/** Returns what was skipped, published or done since then and what is accepted, latest decision first. */
export async function listDecided(db: Db, workspaceId: string, since: Date): Promise<ShoutOut[]> {
  return db
    .select()
    .from(shoutOuts)
    .where(
      and(
        eq(shoutOuts.workspaceId, workspaceId),
        inArray(shoutOuts.status, ["accepted", "skipped", "published", "done"]),
        // The post of an accepted one may be planned long after the decision.
        or(eq(shoutOuts.status, "accepted"), gte(shoutOuts.decidedAt, since)),
      ),
    )
    .orderBy(desc(shoutOuts.decidedAt), desc(shoutOuts.id));
}

export async function insertShoutOut(tx: Tx, shoutOut: ShoutOut): Promise<void> {
  await tx.insert(shoutOuts).values(shoutOut);
}

export async function updateShoutOut(
  tx: Tx,
  workspaceId: string,
  id: string,
  change: Partial<ShoutOut>,
): Promise<void> {
  await tx.update(shoutOuts).set(change).where(mine(workspaceId, id));
}

export async function findShoutOutOfPost(
  tx: Tx,
  workspaceId: string,
  postId: string,
): Promise<ShoutOut | undefined> {
  const ofPost = and(eq(shoutOuts.workspaceId, workspaceId), eq(shoutOuts.postId, postId));
  const [row] = await tx.forUpdate(tx.select().from(shoutOuts).where(ofPost));
  return row;
}

/**
 * Returns the delivery's post and its shout-out id, which is null for other posts. Undefined if there is no
 * such delivery.
 */
export async function findThanksOfDelivery(db: Db, workspaceId: string, deliveryId: string) {
  const [row] = await db
    .select({
      postId: deliveries.postId,
      url: deliveries.url,
      publishedAt: deliveries.publishedAt,
      shoutOutId: posts.shoutOutId,
    })
    .from(deliveries)
    .innerJoin(posts, eq(posts.id, deliveries.postId))
    .where(and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.id, deliveryId)));
  return row;
}

export async function insertRecognition(tx: Tx, recognition: Recognition): Promise<void> {
  await tx.insert(recognitions).values(recognition);
  const { personId, at, id } = recognition;
  await markPeopleDue(tx, recognition, [personId], positionOfAct(at, id));
}

/** Deletes a recognition that was recorded before the thank-you itself failed. */
export async function deleteRecognition(tx: Tx, recognition: Recognition): Promise<void> {
  const { workspaceId, personId, at, id } = recognition;
  await tx
    .delete(recognitions)
    .where(and(eq(recognitions.workspaceId, workspaceId), eq(recognitions.id, id)));
  await markPeopleDue(tx, recognition, [personId], positionOfAct(at, id));
}

export async function listMomentsByIds(db: Db, workspaceId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(moments)
    .where(and(eq(moments.workspaceId, workspaceId), inArray(moments.id, [...ids])));
}

function mine(workspaceId: string, id: string) {
  return and(eq(shoutOuts.workspaceId, workspaceId), eq(shoutOuts.id, id));
}

function missing(id: string): NotFound {
  return new NotFound("shout-out", id);
}
