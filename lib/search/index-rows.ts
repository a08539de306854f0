import type { Db, Tx } from "../db/store.ts";
import { indexTexts } from "../db/text-index.ts";
import { readPosts, type IndexedIdentity } from "./search-repository.ts";
import { searchTokens } from "./search-words.ts";

/** By what people are called they are found. Whoever writes a name down says it here, in the same transaction. */
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

/** Posts as they stand after what this transaction wrote of them. */
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

/** All that somebody can be looked for by. */
export function calledAs({
  handle,
  displayName,
}: Pick<IndexedIdentity, "handle" | "displayName">): string {
  return `${handle} ${displayName}`;
}

/** By id: what the index was given of each of these posts. */
export async function readPostWords(
  db: Db,
  workspaceId: string,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const read = await readPosts(db, workspaceId, postIds);
  return new Map(read.map((post) => [post.id, wordsOf(post)]));
}

type ReadPost = Awaited<ReturnType<typeof readPosts>>[number];

/** All that a post says, descriptions of its images and words that were changed once it was out included. */
function wordsOf({ parts, typed, changed }: ReadPost): string {
  const said = parts.flatMap(({ text, images, poll, warning }) => [
    text,
    warning ?? "",
    ...(poll?.options ?? []),
    ...images.map(({ alt }) => alt),
  ]);
  return [...said, ...typed, ...changed].join(" ");
}
