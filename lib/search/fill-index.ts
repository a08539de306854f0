import type { Store } from "../db/store.ts";
import { isIndexFilled, markIndexFilled } from "../db/text-index.ts";
import { indexIdentities, indexPosts } from "./index-rows.ts";
import { listIdentitiesPage, listPostsPage } from "./search-repository.ts";

const pageSize = 500;

/** Once, where a database was written before there was an index, or by other rules. Taken up anew where it is broken off. */
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
      // Posts of other workspaces are not read under this one's name.
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
