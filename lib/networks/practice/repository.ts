import { and, asc, eq, isNull } from "drizzle-orm";

import type { Db, Tx } from "../../db/store.ts";
import type { PracticeAccount, PracticePost } from "./feed.ts";
import { practiceAccounts, practicePosts } from "./schema.ts";

/**
 * Returns the account's whole history, oldest first, with removed posts, because the audience is computed
 * from it.
 */
export async function listPracticePosts(db: Db, accountId: string): Promise<PracticePost[]> {
  return db
    .select()
    .from(practicePosts)
    .where(eq(practicePosts.accountId, accountId))
    .orderBy(asc(practicePosts.postedAt), asc(practicePosts.id));
}

export async function findPracticePost(
  db: Db,
  accountId: string,
  id: string,
): Promise<PracticePost | undefined> {
  const rows = await db
    .select()
    .from(practicePosts)
    .where(and(eq(practicePosts.accountId, accountId), eq(practicePosts.id, id)));
  return rows[0];
}

/** Inserting the same id again changes nothing, which makes publishing idempotent. */
export async function insertPracticePost(tx: Tx, post: PracticePost): Promise<void> {
  await tx.insert(practicePosts).values(post).onConflictDoNothing();
}

export async function markPracticePostRemoved(
  tx: Tx,
  accountId: string,
  id: string,
  at: Date,
): Promise<void> {
  await tx
    .update(practicePosts)
    .set({ removedAt: at })
    .where(
      and(
        eq(practicePosts.accountId, accountId),
        eq(practicePosts.id, id),
        isNull(practicePosts.removedAt),
      ),
    );
}

export async function findPracticeAccount(
  db: Db,
  by: { id: string } | { workspaceId: string },
): Promise<PracticeAccount | undefined> {
  const rows = await db
    .select()
    .from(practiceAccounts)
    .where(
      "id" in by
        ? eq(practiceAccounts.id, by.id)
        : eq(practiceAccounts.workspaceId, by.workspaceId),
    );
  return rows[0];
}

export async function insertPracticeAccount(tx: Tx, account: PracticeAccount): Promise<void> {
  await tx.insert(practiceAccounts).values(account).onConflictDoNothing();
}
