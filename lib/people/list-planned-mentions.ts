import type { Db } from "../db/store.ts";
import { likePatterns, withoutMarks, type Marks } from "./marks.ts";
import { findPlanned } from "./mention-place-repository.ts";

/** Returns the ids of posts that mention the person and may still be sent or wait for an answer. */
export async function listPlannedMentions(
  db: Db,
  workspaceId: string,
  marks: Marks,
): Promise<string[]> {
  const patterns = likePatterns(marks);
  if (patterns.length === 0) return [];
  const rows = await findPlanned(db, workspaceId, patterns);
  return rows
    .filter(({ snapshot }) => withoutMarks(snapshot, marks) !== snapshot)
    .map(({ postId }) => postId);
}
