import type { Db, Tx } from "../db/store.ts";
import { indexTexts } from "../db/text-index.ts";
import { foldText } from "../kernel/fold-text.ts";
import { readPosts, type IndexedIdentity } from "./search-repository.ts";
import { searchTokens } from "./search-words.ts";

/**
 * Indexes identities by handle and display name. Code that changes a name calls this in the same transaction.
 */
export async function indexIdentities(tx: Tx, rows: readonly IndexedIdentity[]): Promise<void> {
  for (const workspaceId of new Set(rows.map((row) => row.workspaceId)))
    await indexTexts(
      tx,
      { workspaceId, kind: "identity" },
      rows
        .filter((row) => row.workspaceId === workspaceId)
        .map((row) => ({ id: row.id, tokens: searchTokens(calledAs(row)) })),
    );
}

/** Indexes posts, as they are after the changes of this transaction. */
export async function indexPosts(
  tx: Tx,
  workspaceId: string,
  postIds: readonly string[],
): Promise<void> {
  const rows = await readPosts(tx, workspaceId, postIds);
  await indexTexts(
    tx,
    { workspaceId, kind: "post" },
    rows.map((row) => ({ id: row.id, tokens: searchTokens(wordsOf(row)) })),
  );
}

/** Returns the text by which an identity is found. */
export function calledAs({
  handle,
  displayName,
}: Pick<IndexedIdentity, "handle" | "displayName">): string {
  return `${handle} ${displayName}`;
}

/** By id: what the index was given of each of these posts, folded. */
export async function readPostWords(
  db: Db,
  workspaceId: string,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const read = await readPosts(db, workspaceId, postIds);
  return new Map(read.map((post) => [post.id, foldText(wordsOf(post))]));
}

type ReadPost = Awaited<ReturnType<typeof readPosts>>[number];

/**
 * Returns all text of a post, including image and video descriptions and text that was edited after
 * publication.
 */
function wordsOf({ parts, typed, changed }: ReadPost): string {
  const said = parts.flatMap(({ text, images, video, poll, warning }) => [
    text,
    warning ?? "",
    ...(poll?.options ?? []),
    ...images.map(({ alt }) => alt),
    video?.alt ?? "",
  ]);
  return [...said, ...typed, ...changed].join(" ");
}
