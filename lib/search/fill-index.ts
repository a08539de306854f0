import type { Store } from "../db/store.ts";
import { isIndexFilled, markIndexFilled } from "../db/text-index.ts";
import { indexIdentities, indexPosts } from "./index-rows.ts";
import { listIdentitiesPage, listPostsPage } from "./search-repository.ts";

const pageSize = 500;

/**
 * Indexes all existing rows if that was not done yet, or was done by older tokenizing rules. If it is
 * interrupted, the next start does all of it again.
 */
export async function fillIndex({ db, transact }: Pick<Store, "db" | "transact">): Promise<void> {
  if (await isIndexFilled(db)) return;
  for (let after = ""; ;) {
    const page = await listIdentitiesPage(db, after, pageSize);
    await transact((tx) => indexIdentities(tx, page));
    const last = page.at(-1);
    if (!last || page.length < pageSize) break;
    after = last.id;
  }
  for (let after = ""; ;) {
    const page = await listPostsPage(db, after, pageSize);
    await transact(async (tx) => {
      // `indexPosts` ignores ids of other workspaces.
      for (const workspaceId of new Set(page.map((row) => row.workspaceId)))
        await indexPosts(
          tx,
          workspaceId,
          page.map(({ id }) => id),
        );
    });
    const last = page.at(-1);
    if (!last || page.length < pageSize) break;
    after = last.id;
  }
  await transact((tx) => markIndexFilled(tx));
}
