import type { Tx } from "../db/store.ts";
import { freeKeys, insertPosts, insertVersions } from "./imported-repository.ts";
import type { PostWithVersions } from "./post.ts";

export {
  deleteImported,
  listKnownIds,
  listKnownKeys,
  lockImported,
} from "./imported-repository.ts";

/**
 * Inserts imported posts with their keys. The caller ensures that no other undeleted post has one of these
 * keys.
 */
export async function addImported(
  tx: Tx,
  workspaceId: string,
  posts: readonly PostWithVersions[],
): Promise<void> {
  const keys = posts.flatMap(({ importKey }) => importKey ?? []);
  await freeKeys(tx, workspaceId, keys);
  await insertPosts(
    tx,
    posts.map(({ versions: _versions, ...post }) => post),
  );
  await insertVersions(
    tx,
    posts.flatMap(({ versions }) => versions),
  );
}
