import { and, asc, eq, gt, inArray } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import type { Db } from "../db/store.ts";
import { deliveries } from "../deliveries/schema.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { OptionValues } from "../networks/contract/post-options.ts";
import { findManifest } from "../networks/registry.ts";
import { identities } from "../people/schema.ts";
import { posts, postVersions } from "../posts/schema.ts";

export type IndexedIdentity = Pick<
  typeof identities.$inferSelect,
  "id" | "workspaceId" | "handle" | "displayName"
>;

const idsPerQuery = 500;

/**
 * Reads the text of posts: the common parts, versions for single accounts, text options and published text.
 */
export async function readPosts(db: Db, workspaceId: string, postIds: readonly string[]) {
  const found = [];
  for (const ids of batchesOf(postIds, idsPerQuery)) {
    const rows = await db
      .select({ id: posts.id, parts: posts.parts })
      .from(posts)
      .where(and(eq(posts.workspaceId, workspaceId), inArray(posts.id, ids)));
    const versions = await db
      .select({
        postId: postVersions.postId,
        parts: postVersions.parts,
        options: postVersions.options,
        network: accounts.network,
      })
      .from(postVersions)
      .innerJoin(accounts, eq(accounts.id, postVersions.accountId))
      .where(and(eq(postVersions.workspaceId, workspaceId), inArray(postVersions.postId, ids)));
    const out = await listPublishedWords(db, workspaceId, ids);
    for (const { id, parts } of rows) {
      const own = versions.filter(({ postId }) => postId === id);
      const all = [...parts, ...own.flatMap((version) => version.parts ?? [])];
      const said = new Set(all.map(({ text }) => text));
      const words = out.filter(({ postId, text }) => postId === id && !said.has(text));
      const typed = own.flatMap(({ network, options }) => typedIn(network, options ?? {}));
      found.push({ id, parts: all, typed, changed: words.map(({ text }) => text) });
    }
  }
  return found;
}

/** Returns the values of free-text options, such as titles. */
function typedIn(network: string, values: OptionValues): string[] {
  const options = findManifest(network)?.postOptions ?? [];
  return options.flatMap(({ key, kind }) => {
    const value = values[key];
    return kind === "text" && typeof value === "string" ? [value] : [];
  });
}

/** Returns the texts of the posts' published deliveries. */
async function listPublishedWords(db: Db, workspaceId: string, ids: readonly string[]) {
  const rows = await db
    .select({ postId: deliveries.postId, snapshot: deliveries.snapshot })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        inArray(deliveries.postId, [...ids]),
        eq(deliveries.state, "published"),
      ),
    );
  return rows.map(({ postId, snapshot }) => ({ postId, text: snapshot.text }));
}

/** Returns a page of identities of all workspaces, ordered by id. */
export async function listIdentitiesPage(db: Db, after: string, limit: number) {
  return db
    .select({
      id: identities.id,
      workspaceId: identities.workspaceId,
      handle: identities.handle,
      displayName: identities.displayName,
    })
    .from(identities)
    .where(gt(identities.id, after))
    .orderBy(asc(identities.id))
    .limit(limit);
}

/** Returns a page of posts of all workspaces, ordered by id. */
export async function listPostsPage(db: Db, after: string, limit: number) {
  return db
    .select({ id: posts.id, workspaceId: posts.workspaceId })
    .from(posts)
    .where(gt(posts.id, after))
    .orderBy(asc(posts.id))
    .limit(limit);
}
