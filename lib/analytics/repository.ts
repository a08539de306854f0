import { and, asc, desc, eq, gte, inArray, isNull, lte, or, sql, type SQL } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { batchesOf } from "../kernel/batches.ts";
import { posts } from "../posts/schema.ts";
import type { FigureKey } from "../projections/figure.ts";
import { figures } from "../projections/schema.ts";

export interface Slice {
  /** ISO week, inclusive. */
  readonly sinceWeek: string;
  /** First day, as `YYYY-MM-DD`. */
  readonly sinceDay: string;
  readonly accountId?: string | undefined;
}

const counted = sql<number>`sum(${figures.count})`.mapWith(Number);

/** Returns touchpoints per stage and week. Weeks without any have no row. */
export async function countByStageAndWeek(
  db: Db,
  workspaceId: string,
  { sinceWeek, accountId }: Slice,
) {
  return db
    .select({ stageId: figures.stageId, week: figures.period, touchpoints: counted })
    .from(figures)
    .where(
      and(
        ofKind(workspaceId, "touchpoints", sinceWeek),
        accountId ? eq(figures.accountId, accountId) : undefined,
      ),
    )
    .groupBy(figures.stageId, figures.period);
}

/** Returns distinct people per stage and week. */
export async function countPeopleByWeek(
  db: Db,
  workspaceId: string,
  { sinceWeek, accountId }: Slice,
) {
  return db
    .select({ stageId: figures.stageId, week: figures.period, people: counted })
    .from(figures)
    .where(and(ofKind(workspaceId, "people", sinceWeek), onAccount(accountId)))
    .groupBy(figures.stageId, figures.period);
}

/** Returns distinct people per stage since a local day: a person active in three weeks counts once. */
export async function countPeopleSince(
  db: Db,
  workspaceId: string,
  { sinceDay, accountId }: Pick<Slice, "sinceDay" | "accountId">,
): Promise<{ stageId: string | null; people: number }[]> {
  return db
    .select({ stageId: figures.stageId, people: counted })
    .from(figures)
    .where(and(ofKind(workspaceId, "last-seen", sinceDay), onAccount(accountId)))
    .groupBy(figures.stageId);
}

export interface PostStageRow {
  readonly postId: string | null;
  readonly stageId: string | null;
  readonly touchpoints: number;
}

/** Filter for touchpoints on posts; without `sinceWeek`, from the beginning. */
interface OnPosts {
  readonly sinceWeek?: string;
  readonly accountId?: string | undefined;
}

/** Returns touchpoints on these posts by post and stage. */
export async function countByPostAndStage(
  db: Db,
  workspaceId: string,
  postIds: readonly string[],
  slice: OnPosts = {},
): Promise<PostStageRow[]> {
  const rows: PostStageRow[] = [];
  for (const ids of batchesOf(postIds, postsAtOnce))
    rows.push(
      ...(await db
        .select({ postId: figures.postId, stageId: figures.stageId, touchpoints: counted })
        .from(figures)
        .where(and(inArray(figures.postId, ids), onPosts(workspaceId, slice)))
        .groupBy(figures.postId, figures.stageId)),
    );
  return rows;
}

/** Returns the ids of the posts with the most touchpoints, most first. */
export async function listMostAnswered(
  db: Db,
  workspaceId: string,
  { most, ...slice }: OnPosts & { readonly most: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: posts.id })
    .from(figures)
    .innerJoin(posts, eq(posts.id, figures.postId))
    .where(and(eq(posts.state, "scheduled"), onPosts(workspaceId, slice)))
    .groupBy(posts.id)
    .having(sql`sum(${figures.count}) > 0`)
    .orderBy(desc(counted), desc(posts.id))
    .limit(most);
  return rows.map(({ id }) => id);
}

const postsAtOnce = 1_000;

function onPosts(workspaceId: string, { sinceWeek = "", accountId }: OnPosts): SQL | undefined {
  return and(
    eq(figures.workspaceId, workspaceId),
    eq(figures.kind, "post-touchpoints"),
    gte(figures.period, sinceWeek),
    accountId ? eq(figures.accountId, accountId) : undefined,
  );
}

/** Returns touchpoints of a local day per stage and rule, most first. */
export async function countByRule(
  db: Db,
  workspaceId: string,
  day: string,
): Promise<{ stageId: string | null; rule: string; touchpoints: number }[]> {
  const rows = await db
    .select({ stageId: figures.stageId, rule: figures.detail, touchpoints: counted })
    .from(figures)
    .where(and(ofKind(workspaceId, "rule", day), eq(figures.period, day)))
    .groupBy(figures.stageId, figures.detail)
    .having(sql`sum(${figures.count}) > 0`)
    .orderBy(desc(counted), asc(figures.detail));
  return rows.map(({ rule, ...row }) => ({ ...row, rule: rule ?? "" }));
}

/** Returns touchpoints by quarter of an hour within any of these periods, inclusive. */
export async function countByQuarter(
  db: Db,
  workspaceId: string,
  stretches: readonly { readonly from: string; readonly until: string }[],
): Promise<{ quarter: string; touchpoints: number }[]> {
  const inOne = stretches.map(({ from, until }) =>
    and(gte(figures.period, from), lte(figures.period, until)),
  );
  const first = stretches.reduce((least, { from }) => (from < least ? from : least), "~");
  return db
    .select({ quarter: figures.period, touchpoints: figures.count })
    .from(figures)
    .where(and(ofKind(workspaceId, "quarter", first), or(...inOne)));
}

/** Returns the post with the most touchpoints on a local day. */
export async function findMostAnswered(db: Db, workspaceId: string, day: string) {
  const [row] = await db
    .select({ id: posts.id, parts: posts.parts, touchpoints: figures.count })
    .from(figures)
    .innerJoin(posts, eq(posts.id, figures.postId))
    .where(and(ofKind(workspaceId, "post-day", day), eq(figures.period, day)))
    .orderBy(desc(figures.count), desc(posts.id))
    .limit(1);
  return row && row.touchpoints > 0 ? row : undefined;
}

function ofKind(workspaceId: string, kind: FigureKey["kind"], since: string): SQL | undefined {
  return and(
    eq(figures.workspaceId, workspaceId),
    eq(figures.kind, kind),
    gte(figures.period, since),
  );
}

/** Without an account, selects the counts over all accounts. */
function onAccount(accountId: string | undefined): SQL {
  return accountId ? eq(figures.accountId, accountId) : isNull(figures.accountId);
}
