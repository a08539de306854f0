import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { findIds, mostLookedAt } from "../search/find-ids.ts";
import { readPostWords } from "../search/index-rows.ts";
import { isFoundBy, isIndexedBy, readSearch, type Search } from "../search/search-words.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { PostWithVersions } from "./post.ts";
import { listNewest } from "./repository.ts";

export interface PostSearch {
  readonly search: string;
  readonly stageId?: string | undefined;
  readonly accountId?: string | undefined;
}

const pageSize = 50;
/** Of what stands in very many posts some are likely among the latest. */
const latest = 25;

/** Posts with every word of the search in any account's text or image description, newest first. Read no further than they are needed. */
export async function* searchPosts(
  ctx: Context,
  { search, ...filter }: PostSearch,
): AsyncGenerator<readonly PostWithVersions[]> {
  requireRole(ctx, "viewer");
  const { db, workspaceId } = ctx;
  const asked = readSearch(search);
  if (asked.terms.length === 0) return yield* listAll(ctx, filter);
  if (asked.words.length === 0) return;
  const few = await findIds(db, { workspaceId, kind: "post" }, asked);
  if (few) return yield* listFew(ctx, few, asked, filter);
  const first = await listNewest(db, workspaceId, { ...filter, limit: latest });
  yield (await withWords(ctx, first)).filter(({ words }) => says(words, asked)).map(postOf);
  const before = first.at(-1)?.id;
  if (first.length < latest) return;
  yield* listAll(ctx, { ...filter, words: asked.words, before }, asked);
}

type Filter = Omit<Parameters<typeof listNewest>[2], "limit">;

/** What the index has found; its words are looked at again only where more is looked for than it knows. */
async function* listFew(ctx: Context, ids: readonly string[], asked: Search, filter: Filter) {
  for (const batch of batchesOf(ids.toSorted().toReversed(), pageSize)) {
    const wanted = { ...filter, ids: batch, limit: pageSize };
    const page = await listNewest(ctx.db, ctx.workspaceId, wanted);
    yield await thoseMeant(ctx, page, asked);
  }
}

async function* listAll(ctx: Context, filter: Filter, asked?: Search) {
  let looked = 0;
  for (let { before } = filter; ;) {
    const wanted = { ...filter, before, limit: pageSize };
    const page = await listNewest(ctx.db, ctx.workspaceId, wanted);
    yield asked && looked < mostLookedAt ? await thoseMeant(ctx, page, asked) : page;
    looked += page.length;
    before = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

async function thoseMeant(ctx: Context, page: readonly PostWithVersions[], asked: Search) {
  if (!asked.needsLook) return page;
  const read = await withWords(ctx, page);
  return read.filter(({ words }) => isFoundBy(words, asked)).map(postOf);
}

interface Worded {
  readonly post: PostWithVersions;
  /** Those that the index was given. */
  readonly words: string;
}

async function withWords(
  { db, workspaceId }: Context,
  page: readonly PostWithVersions[],
): Promise<Worded[]> {
  const ids = page.map(({ id }) => id);
  const read = await readPostWords(db, workspaceId, ids);
  return page.map((post) => ({ post, words: read.get(post.id) ?? "" }));
}

function postOf({ post }: Worded): PostWithVersions {
  return post;
}

function says(words: string, asked: Search): boolean {
  return isIndexedBy(words, asked) && (!asked.needsLook || isFoundBy(words, asked));
}
