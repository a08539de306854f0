import { and, asc, desc, eq, gte, inArray, isNull, lt, ne, sql } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import { shoutOuts } from "../advocacy/schema.ts";
import type { Db, Tx } from "../db/store.ts";
import { selectIndexed } from "../db/text-index.ts";
import { touchpoints } from "../engagement/schema.ts";
import { batchesOf } from "../kernel/batches.ts";
import { NotFound } from "../kernel/errors.ts";
import { media } from "../media/schema.ts";
import { stages } from "../workspaces/schema.ts";
import type { Post, PostVersion, PostWithVersions } from "./post.ts";
import { posts, postVersions } from "./schema.ts";

export async function findPost(db: Db, workspaceId: string, id: string): Promise<PostWithVersions> {
  const rows = await db.select().from(posts).where(mine(workspaceId, id));
  const [whole] = await withVersions(db, workspaceId, rows);
  if (!whole) throw missing(id);
  return whole;
}

/** Locks and returns a post until the transaction ends. */
export async function lockPost(tx: Tx, workspaceId: string, id: string): Promise<PostWithVersions> {
  const rows = await tx.forUpdate(tx.select().from(posts).where(mine(workspaceId, id)));
  const [whole] = await withVersions(tx, workspaceId, rows);
  if (!whole) throw missing(id);
  return whole;
}

export async function lockDeletedPost(tx: Tx, workspaceId: string, id: string): Promise<Post> {
  const isDeleted = and(
    eq(posts.workspaceId, workspaceId),
    eq(posts.id, id),
    eq(posts.state, "deleted"),
  );
  const [row] = await tx.forUpdate(tx.select().from(posts).where(isDeleted));
  if (!row) throw missing(id);
  return row;
}

/** Returns false if a post with that id exists. */
export async function insertPost(tx: Tx, post: Post): Promise<boolean> {
  const inserted = await tx.insert(posts).values(post).onConflictDoNothing().returning({
    id: posts.id,
  });
  return inserted.length > 0;
}

/** Updates the post and raises its version, so that concurrent editors notice. */
export async function updatePost(
  tx: Tx,
  workspaceId: string,
  id: string,
  change: Partial<Omit<Post, "version">>,
): Promise<void> {
  await tx
    .update(posts)
    .set({ ...change, version: sql`${posts.version} + 1` })
    .where(and(eq(posts.workspaceId, workspaceId), eq(posts.id, id)));
}

/** Replaces the accounts that a post is for. */
export async function replaceVersions(
  tx: Tx,
  workspaceId: string,
  postId: string,
  versions: readonly PostVersion[],
): Promise<void> {
  await tx
    .delete(postVersions)
    .where(and(eq(postVersions.workspaceId, workspaceId), eq(postVersions.postId, postId)));
  if (versions.length > 0) await tx.insert(postVersions).values([...versions]);
}

/** Returns scheduled posts with `from <= publishAt < until`, oldest first. */
export async function listBetween(
  db: Db,
  workspaceId: string,
  from: Date,
  until: Date,
): Promise<PostWithVersions[]> {
  const rows = await db
    .select()
    .from(posts)
    .where(
      and(
        eq(posts.workspaceId, workspaceId),
        eq(posts.state, "scheduled"),
        gte(posts.publishAt, from),
        lt(posts.publishAt, until),
      ),
    )
    .orderBy(asc(posts.publishAt), asc(posts.id));
  return withVersions(db, workspaceId, rows);
}

/** Returns posts, latest change first. */
export async function listRecent(
  db: Db,
  workspaceId: string,
  {
    state,
    accountId,
    limit,
  }: {
    readonly state?: Post["state"] | undefined;
    readonly accountId?: string | undefined;
    readonly limit: number;
  },
): Promise<PostWithVersions[]> {
  const rows = await db
    .select()
    .from(posts)
    .where(
      and(
        eq(posts.workspaceId, workspaceId),
        state ? eq(posts.state, state) : ne(posts.state, "deleted"),
        accountId ? inArray(posts.id, postsFor(db, workspaceId, accountId)) : undefined,
      ),
    )
    .orderBy(desc(posts.updatedAt), desc(posts.id))
    .limit(limit);
  return withVersions(db, workspaceId, rows);
}

export async function countInState(
  db: Db,
  workspaceId: string,
  { state, accountId }: { readonly state: Post["state"]; readonly accountId?: string | undefined },
): Promise<number> {
  const isFor = accountId ? inArray(posts.id, postsFor(db, workspaceId, accountId)) : undefined;
  return db.$count(posts, and(eq(posts.workspaceId, workspaceId), eq(posts.state, state), isFor));
}

/** Returns the post; undefined if it is deleted. */
export async function findUndeletedPost(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<Post | undefined> {
  const [post] = await db
    .select()
    .from(posts)
    .where(and(mine(workspaceId, id), ne(posts.state, "deleted")));
  return post;
}

/** Returns undeleted posts, newest first; all of them or only those with these ids. */
export async function listNewest(
  db: Db,
  workspaceId: string,
  wanted: {
    readonly ids?: readonly string[] | undefined;
    readonly stageId?: string | undefined;
    readonly accountId?: string | undefined;
    readonly before?: string | undefined;
    /** Words that the search index must have for the posts. */
    readonly words?: readonly string[] | undefined;
    readonly limit: number;
  },
): Promise<PostWithVersions[]> {
  const { ids, stageId, accountId, before, words, limit } = wanted;
  const rows = await db
    .select()
    .from(posts)
    .where(
      and(
        eq(posts.workspaceId, workspaceId),
        ne(posts.state, "deleted"),
        ids && inArray(posts.id, [...ids]),
        before ? lt(posts.id, before) : undefined,
        words && inArray(posts.id, selectIndexed(db, { workspaceId, kind: "post" }, words)),
        stageId ? eq(posts.stageId, stageId) : undefined,
        accountId ? inArray(posts.id, postsFor(db, workspaceId, accountId)) : undefined,
      ),
    )
    .orderBy(desc(posts.id))
    .limit(limit);
  return withVersions(db, workspaceId, rows);
}

function postsFor(db: Db, workspaceId: string, accountId: string) {
  return db
    .select({ postId: postVersions.postId })
    .from(postVersions)
    .where(and(eq(postVersions.workspaceId, workspaceId), eq(postVersions.accountId, accountId)));
}

const named = {
  account: accounts,
  image: media,
  stage: stages,
  "shout-out": shoutOuts,
  touchpoint: touchpoints,
};

/** Returns which of these ids are rows of this kind in this workspace. */
export async function listKnown(
  db: Db,
  workspaceId: string,
  kind: keyof typeof named,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const table = named[kind];
  const rows = await db
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        eq(table.workspaceId, workspaceId),
        inArray(table.id, [...ids]),
        kind === "image" ? isNull(media.video) : undefined,
      ),
    );
  return new Set(rows.map((row) => row.id));
}

async function withVersions(
  db: Db,
  workspaceId: string,
  rows: readonly Post[],
): Promise<PostWithVersions[]> {
  const versions: PostVersion[] = [];
  for (const some of batchesOf(rows, postsPerQuery)) {
    const ids = some.map(({ id }) => id);
    const ofSome = await db
      .select()
      .from(postVersions)
      .where(and(eq(postVersions.workspaceId, workspaceId), inArray(postVersions.postId, ids)))
      .orderBy(asc(postVersions.id));
    versions.push(...ofSome);
  }
  const byPost = Map.groupBy(versions, ({ postId }) => postId);
  return rows.map((row) => ({ ...row, versions: byPost.get(row.id) ?? [] }));
}

/** A calendar can hold more posts than a query can have parameters. */
const postsPerQuery = 500;

function mine(workspaceId: string, id: string) {
  return and(eq(posts.workspaceId, workspaceId), eq(posts.id, id), ne(posts.state, "deleted"));
}

function missing(id: string): NotFound {
  return new NotFound("post", id);
}
