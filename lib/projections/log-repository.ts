import {
  and,
  asc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  or,
  sql,
  type AnyColumn,
  type SQL,
} from "drizzle-orm";

import { bulkPlaceholder, encodeRows } from "../db/bulk.ts";
import { isPostgres } from "../db/dialect.ts";
import { withQuickRows } from "../db/quick-rows.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db } from "../db/store.ts";
import { touchpoints } from "../engagement/schema.ts";
import { classifications } from "../journey/schema.ts";
import { identities } from "../people/schema.ts";
import { posts } from "../posts/schema.ts";
import { readPosition, type Position } from "./position.ts";

/**
 * Returns a person's counted touchpoints after one position, up to and including another, with their
 * classification.
 */
export async function listCounted(
  tx: Db,
  workspaceId: string,
  personId: string,
  { after, until }: { readonly after: Position; readonly until: Position },
) {
  return tx
    .select({
      occurredAt: touchpoints.occurredAt,
      localDay: touchpoints.localDay,
      localWeek: touchpoints.localWeek,
      accountId: touchpoints.accountId,
      postId: touchpoints.postId,
      id: touchpoints.id,
      stageId: classifications.stageId,
      rule: classifications.rule,
    })
    .from(identities)
    .innerJoin(touchpoints, eq(touchpoints.identityId, identities.id))
    .innerJoin(classifications, eq(classifications.id, touchpoints.id))
    .where(
      and(
        eq(identities.personId, personId),
        isLogged(workspaceId),
        isBehind(valuesOf(after)),
        sql`not ${isBehind(valuesOf(until))}`,
      ),
    )
    .orderBy(...inOrder);
}

/**
 * Returns log entries of these people after their positions, ordered by person and position; at most `limit`
 * rows.
 */
export async function listLogs(
  tx: Db,
  workspaceId: string,
  people: readonly { readonly personId: string; readonly after: Position }[],
  limit: number,
) {
  if (people.length === 0) return [];
  const rows = people.map(({ personId, after }) => ({ personId, ...readPosition(after) }));
  return logs(tx).execute({ workspaceId, limit, given_people: encodeRows(peopleColumns, rows) });
}

const peopleColumns = {
  personId: identities.personId,
  at: touchpoints.occurredAt,
  remoteId: touchpoints.remoteId,
  channel: touchpoints.channel,
};

const logs = cachedStatement((db: Db) =>
  withQuickRows(isPostgres ? logsByPerson(db) : logsInOrder(db)),
);

/**
 * Uses a lateral join because PostgreSQL uses the index for each person's position only if it reads the logs
 * one by one.
 */
function logsByPerson(db: Db): ReturnType<typeof logsInOrder> {
  const given = bulkPlaceholder("given_people", peopleColumns);
  const next = db
    .select()
    .from(touchpoints)
    .where(
      and(
        eq(touchpoints.identityId, identities.id),
        isLogged(sql`${sql.placeholder("workspaceId")}`),
        isBehind(given.column),
      ),
    )
    .orderBy(...inOrder)
    .limit(sql.placeholder("limit"))
    .as("next");
  const names = Object.keys(getTableColumns(touchpoints)) as (keyof typeof next)[];
  const touchpoint = Object.fromEntries(names.map((name) => [name, next[name]]));
  return db
    .select({ ...logColumns, touchpoint: touchpoint as unknown as typeof logColumns.touchpoint })
    .from(given.table)
    .crossJoin(identities)
    .crossJoinLateral(next)
    .leftJoin(posts, eq(posts.id, next.postId))
    .where(eq(identities.personId, given.column.personId))
    .orderBy(
      asc(bytewise(identities.personId)),
      asc(next.occurredAt),
      asc(sql`${next.remoteId} collate "C"`),
      asc(sql`${next.channel} collate "C"`),
    )
    .limit(sql.placeholder("limit"))
    .prepare("logs_by_person") as unknown as ReturnType<typeof logsInOrder>;
}

function logsInOrder(db: Db) {
  const given = bulkPlaceholder("given_people", peopleColumns);
  return (
    db
      .select(logColumns)
      .from(given.table)
      // SQLite keeps the order of cross joins: people first, then their touchpoints.
      .crossJoin(identities)
      .crossJoin(touchpoints)
      .leftJoin(posts, eq(posts.id, touchpoints.postId))
      .where(
        and(
          eq(identities.personId, given.column.personId),
          eq(touchpoints.identityId, identities.id),
          isLogged(sql`${sql.placeholder("workspaceId")}`),
          isBehind(given.column),
        ),
      )
      .orderBy(asc(bytewise(identities.personId)), ...inOrder)
      .limit(sql.placeholder("limit"))
      .prepare("logs_in_order")
  );
}

/** Like `listLogs` for one identity. Finds the first rows of a long log without reading the rest. */
export async function listLog(
  tx: Db,
  workspaceId: string,
  identityId: string,
  after: Position,
  limit: number,
) {
  return tx
    .select(logColumns)
    .from(touchpoints)
    .innerJoin(identities, eq(identities.id, touchpoints.identityId))
    .leftJoin(posts, eq(posts.id, touchpoints.postId))
    .where(
      and(isLogged(workspaceId), eq(touchpoints.identityId, identityId), isBehind(valuesOf(after))),
    )
    .orderBy(...inOrder)
    .limit(limit);
}

export type LogRow = Awaited<ReturnType<typeof listLog>>[number];

export async function listIdentityIds(
  db: Db,
  workspaceId: string,
  personId: string,
): Promise<string[]> {
  const rows = await db
    .select({ id: identities.id })
    .from(identities)
    .where(and(eq(identities.workspaceId, workspaceId), eq(identities.personId, personId)));
  return rows.map(({ id }) => id);
}

const logColumns = {
  touchpoint: touchpoints,
  personId: identities.personId,
  thanks: posts.shoutOutId,
};

/**
 * An expression instead of the column, because SQLite would otherwise choose an index over the whole
 * workspace.
 */
function isLogged(workspaceId: string | SQL) {
  return and(
    sql`coalesce(${touchpoints.workspaceId}, '') = ${workspaceId}`,
    eq(touchpoints.direction, "in"),
  );
}

interface PositionColumns {
  readonly at: SQL;
  readonly remoteId: SQL;
  readonly channel: SQL;
}

function valuesOf(position: Position): PositionColumns {
  const { at, remoteId, channel } = readPosition(position);
  return {
    at: sql`${sql.param(at, touchpoints.occurredAt)}`,
    remoteId: sql`${remoteId}`,
    channel: sql`${channel}`,
  };
}

/** Without this collation PostgreSQL would compare by the database's locale. */
function bytewise(column: AnyColumn): SQL {
  return isPostgres ? sql`${column} collate "C"` : sql`${column}`;
}

const remoteId = bytewise(touchpoints.remoteId);
const channel = bytewise(touchpoints.channel);
const inOrder = [asc(touchpoints.occurredAt), asc(remoteId), asc(channel)];

/** The first condition is redundant but can use an index. */
function isBehind(position: PositionColumns) {
  return and(
    gte(touchpoints.occurredAt, position.at),
    or(
      gt(touchpoints.occurredAt, position.at),
      gt(remoteId, position.remoteId),
      and(eq(remoteId, position.remoteId), gt(channel, position.channel)),
    ),
  );
}

export async function listPositions(db: Db, workspaceId: string, touchpointIds: readonly string[]) {
  return db
    .select({
      identityId: touchpoints.identityId,
      occurredAt: touchpoints.occurredAt,
      remoteId: touchpoints.remoteId,
      channel: touchpoints.channel,
    })
    .from(touchpoints)
    .where(
      and(eq(touchpoints.workspaceId, workspaceId), inArray(touchpoints.id, [...touchpointIds])),
    );
}
