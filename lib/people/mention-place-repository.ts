import {
  and,
  eq,
  exists,
  getTableName,
  inArray,
  isNull,
  not,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

import { accounts } from "../accounts/schema.ts";
import { shoutOuts } from "../advocacy/schema.ts";
import type { MentionPlace } from "../db/own-rows.ts";
import type { Db, Tx } from "../db/store.ts";
import { attempts, deliveries } from "../deliveries/schema.ts";
import { touchpoints } from "../engagement/schema.ts";
import { events } from "../events/schema.ts";
import { jobs } from "../jobs/schema.ts";
import { beliefs } from "../journey/schema.ts";
import { media } from "../media/schema.ts";
import { networksOwnRows } from "../networks/registry.ts";
import { posts, postVersions, recurrences } from "../posts/schema.ts";
import { indexPosts } from "../search/index-rows.ts";
import { consents, identities, persons } from "./schema.ts";

/**
 * Every column whose text may contain a handle or a name, besides the rows about the person. Tests compare
 * this with all tables; docs/erasing.md describes each.
 */
export const mentionPlaces: readonly MentionPlace[] = [
  {
    ...of(posts, [posts.parts]),
    isPublished: (db) => isOutAs(db, posts.id),
  },
  {
    ...of(postVersions, [postVersions.parts, postVersions.options]),
    isPublished: (db) => isOutAs(db, postVersions.postId),
  },
  {
    ...of(deliveries, [deliveries.snapshot, deliveries.reference, deliveries.url]),
    isPublished: () => isOut(),
  },
  of(
    deliveries,
    [deliveries.request, deliveries.candidates, deliveries.reason, deliveries.reasonDetail],
    [deliveries.composerUrl],
  ),
  of(attempts, [attempts.outcome, attempts.excerpt, attempts.decided, attempts.why]),
  of(events, [events.detail]),
  of(jobs, [jobs.lastError]),
  of(recurrences, [recurrences.words, recurrences.chosen, recurrences.obstacle]),
  of(media, [media.fileName]),
  of(accounts, [accounts.problem]),
  {
    ...of(touchpoints, [touchpoints.text, touchpoints.note], [touchpoints.replyTarget]),
    isOfOthers: true,
  },
  { ...of(persons, [persons.note, persons.own]), isOfOthers: true },
  { ...of(identities, [identities.links]), isOfOthers: true },
  { ...of(consents, [consents.evidence]), isOfOthers: true },
  { ...of(beliefs, [beliefs.reasons]), isOfOthers: true },
  { ...of(shoutOuts, [shoutOuts.draft, shoutOuts.lines, shoutOuts.skipReason]), isOfOthers: true },
  ...networksOwnRows.flatMap((rows) => rows.mentionPlaces),
];

export function nameOf({ table }: MentionPlace): string {
  return getTableName(table);
}

/** Returns a page of rows that may contain one of the patterns, ordered by id. */
export async function findMentions(
  db: Db,
  workspaceId: string,
  place: MentionPlace,
  wanted: Wanted,
): Promise<FoundRow[]> {
  const columns = [...place.columns, ...(place.emptied ?? [])];
  const names = columns.map((column) => [column.name, column] as const);
  const published = wanted.withPublished ? undefined : place.isPublished?.(db);
  const rows: Record<string, unknown>[] = await db
    .select({ id: place.id, ...Object.fromEntries(names) })
    .from(place.table)
    .where(
      and(
        place.isOurs(db, workspaceId),
        sql`${place.id} > ${wanted.after}`,
        or(...columns.map((column) => mayHold(column, wanted.patterns))),
        published && not(published),
      ),
    )
    .orderBy(place.id)
    .limit(wanted.limit);
  return rows.map((row) => ({ ...row, id: String(row["id"]) }));
}

export interface FoundRow {
  readonly id: string;
  readonly [column: string]: unknown;
}

interface Wanted {
  readonly patterns: readonly string[];
  readonly withPublished: boolean;
  readonly after: string;
  readonly limit: number;
}

/** Returns the snapshots of deliveries that may still be sent and may contain a pattern. */
export async function findPlanned(db: Db, workspaceId: string, patterns: readonly string[]) {
  return db
    .select({ postId: deliveries.postId, snapshot: deliveries.snapshot })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        isUndecided(),
        mayHold(deliveries.snapshot, patterns),
      ),
    );
}

/** Saves the changed columns, given by name. */
export async function saveMention(
  tx: Tx,
  workspaceId: string,
  place: MentionPlace,
  { id, change }: { id: string; change: Readonly<Record<string, unknown>> },
): Promise<void> {
  const isOurs = place.isOurs(tx, workspaceId);
  await tx
    .update(place.table)
    .set(change)
    .where(and(eq(place.id, id), isOurs));
  const postIds = await postsOf(tx, place, id);
  await indexPosts(tx, workspaceId, postIds);
}

/** Returns the posts whose text the row is part of. */
async function postsOf(tx: Tx, { table }: MentionPlace, id: string): Promise<string[]> {
  if (table === posts) return [id];
  if (table !== postVersions) return [];
  const rows = await tx
    .select({ postId: postVersions.postId })
    .from(postVersions)
    .where(eq(postVersions.id, id));
  return rows.map(({ postId }) => postId);
}

/** Deliveries that may still be sent or wait for a person's answer. */
export function isUndecided(): SQL | undefined {
  return inArray(deliveries.state, [
    "scheduled",
    "claimed",
    "sending",
    "unknown",
    "reconciling",
    "needs_person",
    "missed",
  ]);
}

/** Deliveries that are on the network, as far as known. */
export function isOut(): SQL | undefined {
  return and(eq(deliveries.state, "published"), isNull(deliveries.removedAt));
}

function isOutAs(db: Db, postId: PgColumn): SQL {
  const out = db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.postId, postId), isOut()));
  return exists(out);
}

function of(
  table: PgTable & { readonly id: PgColumn; readonly workspaceId: PgColumn },
  columns: readonly PgColumn[],
  emptied: readonly PgColumn[] = [],
) {
  const isOurs = (_db: Db, workspaceId: string) => eq(table.workspaceId, workspaceId);
  return { table, id: table.id, columns, emptied, isOurs };
}

/**
 * Selects too much rather than too little: texts with non-ASCII characters are always selected, and the
 * caller checks them.
 */
function mayHold(column: PgColumn, patterns: readonly string[]): SQL | undefined {
  const text = sql`cast(${column} as text)`;
  return or(
    sql`octet_length(${text}) <> length(${text})`,
    ...patterns.map((pattern) => sql`lower(${text}) like ${pattern}`),
  );
}
