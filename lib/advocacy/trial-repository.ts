import { and, eq, gt, inArray, isNull, lte, notInArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import type { Db, Tx } from "../db/store.ts";
import { touchpoints } from "../engagement/schema.ts";
import { identities } from "../people/schema.ts";
import { posts } from "../posts/schema.ts";
import { recognitions, trials } from "./schema.ts";

export type TrialRow = typeof trials.$inferSelect;

export interface Trial extends Pick<TrialRow, "group" | "at"> {
  readonly personId: string;
}

/** Returns the running trials of these people. */
export async function listTrialsOf(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
  now: Date,
): Promise<Trial[]> {
  if (personIds.length === 0) return [];
  return db
    .select({ personId: identities.personId, group: trials.group, at: trials.at })
    .from(identities)
    .innerJoin(trials, eq(trials.identityId, identities.id))
    .where(
      and(
        eq(identities.workspaceId, workspaceId),
        inArray(identities.personId, [...personIds]),
        gt(trials.endsAt, now),
      ),
    );
}

export async function insertTrials(tx: Tx, rows: readonly TrialRow[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(trials)
      .values([...rows])
      .onConflictDoNothing();
}

/** A trial whose time of observation is over, with the person to whom it belongs now. */
export interface EndedTrial extends Trial {
  readonly id: string;
}

export async function listEndedTrials(
  db: Db,
  workspaceId: string,
  ended: Ended,
): Promise<EndedTrial[]> {
  return db
    .select({
      id: trials.id,
      personId: identities.personId,
      group: trials.group,
      at: trials.at,
    })
    .from(trials)
    .innerJoin(identities, eq(identities.id, trials.identityId))
    .where(isEnded(workspaceId, ended));
}

/** Types that do not show goodwill. */
const notCounted = [
  "complaint",
  "complaint-resolved",
  "return",
  "refund",
  "unsubscribed",
  "declined",
] as const;

/** All identities of the trial's person. */
const theirs = alias(identities, "theirs");

interface Ended {
  readonly since: Date;
  readonly now: Date;
}

function isEnded(workspaceId: string, { since, now }: Ended) {
  return and(
    eq(trials.workspaceId, workspaceId),
    gt(trials.watchedUntil, since),
    lte(trials.watchedUntil, now),
  );
}

/**
 * Returns the ids of trials during which the person did something on their own. Reactions to a thank-you do
 * not count.
 */
export async function listActive(db: Db, workspaceId: string, ended: Ended): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ id: trials.id })
    .from(trials)
    .innerJoin(identities, eq(identities.id, trials.identityId))
    .innerJoin(theirs, eq(theirs.personId, identities.personId))
    .innerJoin(touchpoints, eq(touchpoints.identityId, theirs.id))
    .leftJoin(posts, eq(posts.id, touchpoints.postId))
    .where(
      and(
        isEnded(workspaceId, ended),
        eq(touchpoints.direction, "in"),
        gt(touchpoints.occurredAt, trials.at),
        lte(touchpoints.occurredAt, trials.watchedUntil),
        notInArray(touchpoints.type, [...notCounted]),
        isNull(posts.shoutOutId),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** Returns the ids of trials during which the person was thanked. */
export async function listThanked(db: Db, workspaceId: string, ended: Ended): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ id: trials.id })
    .from(trials)
    .innerJoin(identities, eq(identities.id, trials.identityId))
    .innerJoin(recognitions, eq(recognitions.personId, identities.personId))
    .where(
      and(
        isEnded(workspaceId, ended),
        gt(recognitions.at, trials.at),
        lte(recognitions.at, trials.watchedUntil),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
