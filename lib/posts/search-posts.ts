import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { findIds } from "../search/find-ids.ts";
import { wordsOf } from "../search/index-rows.ts";
import { isFoundBy, readSearch, type Search } from "../search/search-words.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { PostWithVersions } from "./post.ts";
import { listNewest } from "./repository.ts";

export interface PostSearch {
  readonly search: string;
  readonly stageId?: string | undefined;
  readonly accountId?: string | undefined;
}

const pageSize = 50;

/** Posts with every word of the search in any account's text or image description, newest first. Read no further than they are needed. */
export async function* searchPosts(
  ctx: Context,
  { search, ...filter }: PostSearch,
): AsyncGenerator<readonly PostWithVersions[]> {
  requireRole(ctx, "viewer");
  const { db, workspaceId } = ctx;
  const asked = readSearch(search);
  if (asked.words.length === 0 && asked.terms.length > 0) return;
  const ids =
    asked.words.length > 0
      ? await findIds(db, { workspaceId, kind: "post" }, asked.words)
      : undefined;
  if (!ids) return yield* lookThrough(ctx, asked, filter);
  const newestFirst = ids.toSorted().toReversed();
  for (const batch of batchesOf(newestFirst, pageSize)) {
    const page = await listNewest(db, workspaceId, { ...filter, ids: batch, limit: pageSize });
    yield page.filter((post) => says(post, asked));
  }
}

async function* lookThrough(
  { db, workspaceId }: Context,
  search: Search,
  filter: Omit<PostSearch, "search">,
): AsyncGenerator<readonly PostWithVersions[]> {
  for (let before: string | undefined; ;) {
    const page = await listNewest(db, workspaceId, { ...filter, before, limit: pageSize });
    yield page.filter((post) => says(post, search));
    before = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

function says({ parts, versions }: PostWithVersions, search: Search): boolean {
  const own = versions.flatMap((version) => version.parts ?? []);
  return isFoundBy(wordsOf([...parts, ...own]), search);
}
