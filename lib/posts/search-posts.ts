import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { findAllIds, findIds, mostLookedAt } from "../search/find-ids.ts";
import { wordsOf } from "../search/index-rows.ts";
import { readPosts } from "../search/search-repository.ts";
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
/** Of what stands in very many posts some are likely among so many latest ones. */
const latest = 150;

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
  const scope = { workspaceId, kind: "post" } as const;
  const few = await findIds(db, scope, asked.words);
  if (few) return yield* listFound(ctx, { ids: few, asked, filter });
  let before: string | undefined;
  for await (const page of listAll(ctx, filter, latest)) {
    before = page.at(-1)?.id;
    yield (await withWords(ctx, page)).filter(({ words }) => says(words, asked)).map(postOf);
  }
  const all = await findAllIds(db, scope, asked.words);
  const older = all.filter((id) => before !== undefined && id < before);
  yield* listFound(ctx, { ids: older, asked, filter, mostLooked: mostLookedAt });
}

type Filter = Omit<PostSearch, "search">;

async function* listAll({ db, workspaceId }: Context, filter: Filter, most = Infinity) {
  let before: string | undefined;
  for (let read = 0; read < most; read += pageSize) {
    const page = await listNewest(db, workspaceId, { ...filter, before, limit: pageSize });
    yield page;
    before = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

interface Listing {
  readonly ids: readonly string[];
  readonly asked: Search;
  readonly filter: Filter;
  readonly mostLooked?: number;
}

/** What the index has found; its words are looked at again only where other signs are looked for, too. */
async function* listFound(
  ctx: Context,
  { ids, asked, filter, mostLooked = Infinity }: Listing,
): AsyncGenerator<readonly PostWithVersions[]> {
  let looked = 0;
  for (const batch of batchesOf(ids.toSorted().toReversed(), pageSize)) {
    const wanted = { ...filter, ids: batch, limit: pageSize };
    const page = await listNewest(ctx.db, ctx.workspaceId, wanted);
    const isLook = asked.needsLook && looked < mostLooked;
    looked += page.length;
    yield isLook
      ? (await withWords(ctx, page)).filter(({ words }) => isFoundBy(words, asked)).map(postOf)
      : page;
  }
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
  const read = new Map((await readPosts(db, workspaceId, ids)).map((one) => [one.id, one]));
  return page.map((post) => ({
    post,
    words: wordsOf(read.get(post.id) ?? { parts: post.parts, changed: [] }),
  }));
}

function postOf({ post }: Worded): PostWithVersions {
  return post;
}

function says(words: string, asked: Search): boolean {
  return isIndexedBy(words, asked) && (!asked.needsLook || isFoundBy(words, asked));
}
