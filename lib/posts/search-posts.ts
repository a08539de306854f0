import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { findSomeIds, mostLookedAt } from "../search/find-ids.ts";
import { readPostWords } from "../search/index-rows.ts";
import { hasTerms, hasWords, readSearch, type Search } from "../search/search-words.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { PostWithVersions } from "./post.ts";
import { listNewest } from "./repository.ts";

export interface PostSearch {
  readonly search: string;
  readonly stageId?: string | undefined;
  readonly accountId?: string | undefined;
}

const pageSize = 50;
/** Number of newest posts to read first: if many posts match, some of these probably do. */
const latest = 100;

/**
 * Yields posts with every word of the search in any account's text or image descriptions, newest first. If
 * very many match, yields the newest, then some others, then the rest. Reads only as far as the caller
 * iterates.
 */
export async function* searchPosts(
  ctx: Context,
  { search, ...filter }: PostSearch,
): AsyncGenerator<readonly PostWithVersions[]> {
  requireRole(ctx, "viewer");
  const { db, workspaceId } = ctx;
  const asked = readSearch(search);
  if (asked.terms.length === 0) return yield* listAll(ctx, filter);
  if (asked.words.length === 0) return;
  const list = () => findSomeIds(db, { workspaceId, kind: "post" }, asked);
  // The index is slow for single letters, and some of the newest posts will match.
  const few = asked.isShort ? undefined : await list();
  if (few?.isAll) return yield* listFew(ctx, few.ids, asked, filter);
  const others: PostWithVersions[] = [];
  let { before }: Filter = filter;
  for (let looked = 0; looked < mostOf(asked); looked += latest) {
    const page = await listNewest(db, workspaceId, { ...filter, before, limit: latest });
    const having = (await withWords(ctx, page)).filter(({ words }) => hasWords(words, asked));
    const isMeant = ({ words }: Worded) => !asked.needsLook || hasTerms(words, asked);
    yield having.filter(isMeant).map(postOf);
    others.push(...having.filter((one) => !isMeant(one)).map(postOf));
    before = page.at(-1)?.id;
    if (page.length < latest) return;
  }
  // From here on, the words in the index suffice.
  yield others;
  yield* listOthers(ctx, few ?? (await list()), { ...filter, words: asked.words, before });
}

function mostOf({ needsLook }: Search): number {
  return needsLook ? mostLookedAt : latest;
}

type Filter = Omit<Parameters<typeof listNewest>[2], "limit">;

/**
 * Yields the posts that the index found. Their text is checked again only if the search needs more than the
 * index holds.
 */
async function* listFew(ctx: Context, ids: readonly string[], asked: Search, filter: Filter) {
  for (const batch of batchesOf(ids.toSorted().toReversed(), pageSize)) {
    const wanted = { ...filter, ids: batch, limit: pageSize };
    const page = await listNewest(ctx.db, ctx.workspaceId, wanted);
    yield await thoseMeant(ctx, page, asked);
  }
}

/**
 * The newest of very many matches are known only after reading all their ids, so the ids at hand come first.
 */
async function* listOthers(
  ctx: Context,
  { ids }: Awaited<ReturnType<typeof findSomeIds>>,
  filter: Filter,
) {
  const { words: _found, ...others } = filter;
  const known = new Set<string>();
  for (const batch of batchesOf(ids.toSorted().toReversed(), pageSize)) {
    const page = await listNewest(ctx.db, ctx.workspaceId, {
      ...others,
      ids: batch,
      limit: pageSize,
    });
    for (const { id } of page) known.add(id);
    yield page;
  }
  for await (const page of listAll(ctx, filter)) yield page.filter(({ id }) => !known.has(id));
}

async function* listAll(ctx: Context, filter: Filter) {
  for (let { before } = filter; ;) {
    const wanted = { ...filter, before, limit: pageSize };
    const page = await listNewest(ctx.db, ctx.workspaceId, wanted);
    yield page;
    before = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

async function thoseMeant(ctx: Context, page: readonly PostWithVersions[], asked: Search) {
  if (!asked.needsLook) return page;
  const read = await withWords(ctx, page);
  return read.filter(({ words }) => hasTerms(words, asked)).map(postOf);
}

interface Worded {
  readonly post: PostWithVersions;
  /** The words that the index was given, folded. */
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
